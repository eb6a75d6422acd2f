import type { Language } from "@/lib/i18n/languages";

/**
 * The words by which somebody asks for deletion in a language.
 *
 * A sentence asks when a word of it begins with one of `acts` and another with one of `things`, or
 * when it has one of `phrases`. One that has a word of `notes` is the note that a company's mail program adds
 * below, and asks for nothing; one with a word of `unless` is for a person to read. Written as
 * {@link foldText} leaves them.
 */
export type AskingWords = {
  acts: readonly string[];
  things: readonly string[];
  phrases: readonly string[];
  unless: readonly string[];
  notes: readonly string[];
};

export const askingWords: Readonly<Record<Language, AskingWords>> = {
  en: {
    acts: ["delet", "eras", "remov", "wipe", "wiping", "purg", "destroy"],
    things: [
      ...["account", "data", "information", "info", "detail", "record", "profile", "workspace"],
      ...["everything", "number", "history", "chats", "conversation", "contact", "traces"],
    ],
    phrases: [
      "right to be forgotten",
      "right to erasure",
      "right of erasure",
      "right to delete",
      "forget me",
      "delete me",
      "erase me",
    ],
    unless: ["not", "don't", "dont", "never", "without", "won't", "can't", "cannot", "undelete"],
    notes: [
      "intended",
      "recipient",
      "addressee",
      "error",
      "mistake",
      "confidential",
      "unsubscribe",
    ],
  },
  ar: {
    acts: [
      "حذف",
      "احذف",
      "يحذف",
      "تحذف",
      "بحذف",
      "الحذف",
      "محو",
      "امح",
      "مسح",
      "امسح",
      "ازال",
      "شطب",
    ],
    things: ["بيانات", "البيانات", "حساب", "الحساب", "معلومات", "المعلومات", "سجل", "السجل", "ملف"],
    phrases: ["الحق في النسيان", "حق النسيان"],
    unless: ["لا", "عدم", "لن", "ليس", "لم", "بدون"],
    notes: ["سري", "سريه", "سرية", "الخطا"],
  },
  hi: {
    acts: ["हटा", "मिटा", "डिलीट", "डिलिट"],
    things: [
      ...["डेटा", "डाटा", "खाता", "खाते", "अकाउंट", "जानकारी", "विवरण", "रिकॉर्ड", "प्रोफ", "नंबर"],
      ...["account", "data"],
    ],
    phrases: ["भुला दिए जाने का अधिकार", "भूल जाने का अधिकार"],
    unless: ["न", "ना", "नहीं", "मत", "बिना"],
    notes: ["गोपनीय", "प्राप्तकर्ता"],
  },
  id: {
    acts: ["hapus", "menghapus", "dihapus", "penghapusan", "musnah", "memusnah", "pemusnah"],
    things: ["data", "akun", "informasi", "rekam", "profil", "riwayat", "nomor", "catatan"],
    phrases: ["hak untuk dilupakan"],
    unless: ["jangan", "tidak", "bukan", "tanpa", "belum"],
    notes: ["rahasia", "penerima", "kesalahan"],
  },
};
