import type { Messages, Translation } from "../catalog";

export const cancellation: Translation<Messages["cancellation"]> = {
  title: "سحب طلب",
  open: {
    heading: "هل تريد الإبقاء عليه؟",
    subjects: {
      workspace: "من المقرر حذف مساحة عمل.",
      account: "من المقرر حذف حساب.",
      contact: "من المقرر حذف سجلات متعلقة بعميل.",
      meta_user: "من المقرر حذف ما ورد عبر تسجيل دخول بحساب Facebook.",
    },
    notBefore: "لا يُحذف شيء قبل <time></time>.",
    text: "إذا سحبت الطلب فلن يُحذف شيء على الإطلاق. ويمكنك أن تطلب مرة أخرى في أي وقت.",
    button: "سحب الطلب",
    sending: "لحظة من فضلك",
  },
  over: {
    heading: "لم يعد سحب هذا الطلب ممكنًا",
    text: "سبق سحب الطلب، أو بدأ الحذف.",
    button: "اطّلع على الحالة",
  },
  unknown: {
    heading: "هذا الرابط لا يعمل",
    text: "ربما يكون ناقصًا: بعض برامج البريد تقطع الروابط الطويلة. انسخه كاملًا إلى شريط العنوان، أو أجب عن الرسالة.",
    button: "حذف البيانات",
  },
};
