import { describe, expect, test } from "vitest";
import type { Language } from "@/lib/i18n/languages";
import { asksForDeletion } from "./asks-for-deletion";

const everyLanguage = { languages: ["en", "ar", "hi", "id"], subjectLine: null } as const;

describe("a mail asks for deletion", () => {
  test.for<[Language, string, string]>([
    ["en", "Please delete my data", ""],
    ["en", "Hello", "Hi,\nI would like my account and all records to be erased.\nThanks"],
    ["en", "GDPR", "I use my right to be forgotten."],
    ["en", "DATA DELETION REQUEST", "see subject"],
    ["en", "account", "Kindly remove my account. I do not use it any more."],
    ["en", "Bye", "Delete my account!\n\nIf you are not the intended recipient, delete this data."],
    ["ar", "طلب", "أرجو حَذْف بياناتي من نظامكم"],
    ["ar", "حذف الحساب", ""],
    ["hi", "अनुरोध", "कृपया मेरा डेटा हटा दें।"],
    ["hi", "मेरा अकाउंट डिलीट करें", ""],
    ["id", "Permintaan", "Mohon hapus akun dan semua data saya."],
    ["id", "Penghapusan data pribadi", ""],
  ])("in %s: %s %s", ([language, subject, text]) => {
    expect(asksForDeletion({ subject, text }, everyLanguage)).toBe(language);
  });

  test("when its subject is the one that the policy gives, whatever stands behind the colon", () => {
    const told = { languages: ["en"], subjectLine: "Goodbye letter: your business" } as const;
    expect(asksForDeletion({ subject: "goodbye letter - Tea House", text: "" }, told)).toBe("en");
    expect(asksForDeletion({ subject: "A goodbye letter", text: "" }, told)).toBeNull();
  });
});

describe("a mail is for people to read", () => {
  test.for<[string, string]>([
    ["Invoice", "Where is my invoice for May?"],
    ["Please do not delete my account", ""],
    ["My account", "You deleted my data without asking."],
    ["Never", "Delete my data? Never delete my account."],
    ["Offer", "We deliver everything.\n\nIf you got this in error, please delete the information."],
    ["Re: news", "Thanks!\n> Please delete my account\nOn Monday Ada wrote:\nDelete my data"],
    ["", "x".repeat(60_000)],
    ["Jangan hapus data saya", ""],
    ["लाभ", "कृपया मेरा डेटा मत हटाएं।"],
    ["لا تحذف حسابي", ""],
  ])("%s %s", ([subject, text]) => {
    expect(asksForDeletion({ subject, text }, everyLanguage)).toBeNull();
  });

  test("when it asks in a language that the policy profile does not speak", () => {
    const english = { languages: ["en"], subjectLine: null } as const;
    expect(asksForDeletion({ subject: "Mohon hapus akun saya", text: "" }, english)).toBeNull();
  });
});
