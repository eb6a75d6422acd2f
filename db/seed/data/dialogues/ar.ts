import { agent, customer, customerReacts, customerSends, type Dialogue } from "../dialogue";

export const arabic: readonly Dialogue[] = [
  {
    outcome: "order",
    turns: [
      customer("السلام عليكم، هل {product} متوفر؟"),
      agent("وعليكم السلام {name}، نعم متوفر. المجموع {total} مع التوصيل."),
      customer("ممتاز، العنوان: {address}. اتصلوا على {phone} عند الوصول"),
      agent("تم تسجيل الطلب {order}. شكرًا لك 🌸"),
      customerReacts("🌹"),
    ],
  },
  {
    outcome: "talk",
    turns: [
      customer("وصل الطلب ناقصًا"),
      customerSends("photo", "هذا ما وصلني"),
      agent("نعتذر جدًا {name}، سنرسل الباقي اليوم."),
      customer("إن شاء الله. أحتاجه قبل خطوبة أختي يوم الخميس"),
    ],
  },
];
