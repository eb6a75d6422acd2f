import type { Language } from "@/lib/i18n/languages";
import { foldText } from "./fold-text";
import { ownWords } from "./own-words";
import { type AskingWords, askingWords } from "./words";

type Written = { subject: string; text: string };
type Offered = {
  /** The languages of the policy profile: what is written in another is for people to read. */
  languages: readonly Language[];
  /** What the policy says to write as the subject; a placeholder may follow a colon in it. */
  subjectLine: string | null;
};

/**
 * In which language a mail asks for deletion; null when it does not, or when it cannot be told.
 *
 * A mail that says what not to delete is for people: a wrong guess costs somebody a mail, and a
 * missed one nothing, since an operator reads what is not understood.
 */
export function asksForDeletion(
  { subject, text }: Written,
  { languages, subjectLine }: Offered,
): Language | null {
  const sentences = [subject, ...ownWords(text).split(/[.!?\n;؟।]+/)].map(foldText);
  const asked = languages.find((language) => asksIn(askingWords[language], sentences));
  if (asked !== undefined) return asked;

  const isAsTold = subjectLine !== null && followsLine(subject, subjectLine);
  return isAsTold ? (languages[0] ?? null) : null;
}

function asksIn(words: AskingWords, sentences: readonly string[]): boolean {
  const has = (sentence: string, some: readonly string[]) =>
    wordsOf(sentence).some((word) => some.includes(word));
  const asking = sentences
    .filter((sentence) => asksAtAll(words, sentence))
    .filter((sentence) => !has(sentence, words.notes));
  return asking.length > 0 && !asking.some((sentence) => has(sentence, words.unless));
}

function asksAtAll({ acts, things, phrases }: AskingWords, sentence: string): boolean {
  if (phrases.some((phrase) => sentence.includes(phrase))) return true;
  const words = wordsOf(sentence);
  const beginsWith = (stems: readonly string[]) =>
    words.some((word) => stems.some((stem) => word.startsWith(stem)));
  return beginsWith(acts) && beginsWith(things);
}

function wordsOf(sentence: string): string[] {
  return sentence.match(/[\p{L}\p{M}\p{N}']+/gu) ?? [];
}

function followsLine(subject: string, line: string): boolean {
  const told = foldText(line.split(":")[0] ?? "").trim();
  return told !== "" && foldText(subject).trim().startsWith(told);
}
