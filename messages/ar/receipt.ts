import type { Messages, Translation } from "../catalog";

/** الإيصال. */
export const receipt: Translation<Messages["receipt"]> = {
  title: "إيصال الحذف",
  open: "عرض الإيصال",
  about: "إيصال موقَّع، للاحتفاظ به وعرضه. لا يذكر اسم أحد.",
  statement:
    "نؤكد أننا نفّذنا هذا الحذف، وأن بحثًا بعده لم يجد منه شيئًا في أنظمتنا سوى ما هو مذكور هنا. يثبت التوقيع مَن يؤكد ذلك وأن شيئًا لم يُغيَّر. ولا يثبت أنه لا توجد نسخة في أي مكان آخر.",
  save: "حفظ للقراءة",
  saveSigned: "حفظ مع التوقيع",
  toCheck: "التحقق من إيصال",
  facts: {
    code: "رمز التأكيد",
    issuer: "صادر عن",
    received: "تاريخ الاستلام",
    started: "بدأ الحذف",
    purged: "حُذف آخر سجل",
    completed: "تبيّن اكتماله",
    policy: "وفق إصدار السياسة",
    backups: "تزول النسخ الاحتياطية بحلول",
    key: "موقَّع بالمفتاح",
  },
  erased: "ما حُذف",
  unlinked: "سجلات أزيل منها صاحب الطلب",
  mentioned: "سجلات لآخرين يحق لهم ذكره",
  retained: "ما يُحتفظ به",
  recipients: "أنظمة أخرى أُبلغت",
  category: "الفئة",
  rows: "السجلات",
  until: "حتى",
  basis: "الأساس القانوني",
  endless: "حتى ينتهي السبب",
  recipient: "النظام",
  outcome: "النتيجة",
  outcomeText:
    "{done, number} تم، {gone, number} لم يعد موجودًا، {failed, number} تعذّر، {open, number} لم يكتمل بعد",
  check: {
    title: "التحقق من إيصال",
    lead: "ألصق إيصالًا عُرض عليك، أو اختر ملفه. لا يُخزَّن منه شيء.",
    text: "الإيصال",
    file: "أو ملفه",
    button: "تحقَّق",
    valid: "هذا الإيصال صحيح",
    altered: "عُدِّل هذا الإيصال: ليس هو ما وُقِّع.",
    unknown_key: "وُقِّع هذا الإيصال بمفتاح ليس لنا: لا نعرف مَن وقّعه.",
    unreadable: "هذا ليس إيصالًا.",
  },
};
