import type { Messages, Translation } from "../catalog";

export const site: Translation<Messages["site"]> = {
  skipLabel: "انتقل إلى المحتوى",
  footer: "{legalName}, {address}",
  languages: "اللغة",
  moment: "{day}، الساعة {time} بتوقيت UTC",
  notFound: {
    title: "لا يوجد شيء على هذا العنوان",
    text: "قد يكون الرابط قديمًا أو كُتب خطأً. تحقّق من العنوان، أو ابدأ من هنا مجددًا.",
    deletionLabel: "حذف البيانات",
  },
  tooMany: {
    title: "حاولت مرات كثيرة",
    text: "وصل من اتصالك عدد من الروابط والرموز يفوق ما يحتاج إليه شخص واحد. انتظر عشر دقائق ثم افتح هذا العنوان مجددًا. لم يتغيّر شيء.",
  },
  error: {
    title: "لم ينجح ذلك",
    text: "حدث خلل من جانبنا، لا من جانبك. حاول مرة أخرى؛ وإن تكرّر الخلل فعُد بعد بضع دقائق.",
    reference: "إذا كتبت إلينا فاذكر هذا المرجع:",
    retryLabel: "حاول مرة أخرى",
    startLabel: "حذف البيانات",
  },
};
