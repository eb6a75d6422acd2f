import type { Dialogue } from "../dialogue";
import type { Language } from "../names";
import { arabic } from "./ar";
import { english } from "./en";
import { spanish } from "./es";
import { hebrew } from "./he";
import { hindi } from "./hi";
import { portuguese } from "./pt";
import { chinese } from "./zh";

export const dialogues: Readonly<Record<Language, readonly Dialogue[]>> = {
  en: english,
  es: spanish,
  pt: portuguese,
  ar: arabic,
  he: hebrew,
  hi: hindi,
  zh: chinese,
};
