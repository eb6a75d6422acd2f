import type { en } from "./en";

/** The texts as they were first written: the compiler knows their keys and arguments from them. */
export type Messages = typeof en;

/** The same texts in another language: every key, in other words. */
export type Translation<Texts> = {
  readonly [Key in keyof Texts]: Texts[Key] extends string ? string : Translation<Texts[Key]>;
};
