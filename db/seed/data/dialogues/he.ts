import { agent, customer, customerSends, type Dialogue } from "../dialogue";

export const hebrew: readonly Dialogue[] = [
  {
    outcome: "order",
    turns: [
      customer("שלום, אפשר להזמין {product}?"),
      agent("היי {name}, בטח. סך הכול {total} כולל משלוח."),
      customer("מעולה, לכתובת {address}. הקוד בכניסה 4471#"),
      agent("נרשם. מספר ההזמנה {order} ✨"),
    ],
  },
  {
    outcome: "talk",
    turns: [
      customerSends("voice"),
      agent("שמעתי, {name}. נעביר את המשלוח ליום ראשון."),
      customer("תודה רבה! אני אחרי ניתוח ולא יכולה לרדת"),
    ],
  },
];
