"use client";

import { useActionState } from "react";
import type { Faults, FormAction, Typed } from "@/lib/posted/schemas";
import { inWords } from "./in-words";
import type { Outcome } from "./use-act";

type PostedWords<Code extends string> = {
  refusals: Readonly<Record<Code, string>>;
  done: string | ((typed: Typed) => string);
  /** The field that a refusal is about, where it is about one. */
  at?: Partial<Record<Code, string>>;
};

/** What a form is given for the browser to post it, and what it shows when it has. */
export type PostedForm = {
  action: (form: FormData) => void;
  typed: Typed;
  faults: Faults;
  outcome: Outcome | null;
};

/**
 * The way of a form that no script sends: what to give it as its action, and what became of what the
 * browser posted, in the words that `useAct` would say.
 */
export function usePosted<Code extends string>(
  action: FormAction<Code>,
  { refusals, done, at }: PostedWords<Code>,
): PostedForm {
  const [posted, formAction] = useActionState(action, null);
  const typed: Typed = posted?.typed ?? {};
  if (posted === null) return { action: formAction, typed, faults: none, outcome: null };
  if (posted.ok) {
    const text = typeof done === "string" ? done : done(typed);
    return { action: formAction, typed: none, faults: none, outcome: said(true, text) };
  }

  const field = at?.[posted.code];
  const faults: Faults = {
    ...wordsOf(posted.faults ?? {}),
    ...(field === undefined ? {} : { [field]: refusals[posted.code] }),
  };
  return { action: formAction, typed, faults, outcome: said(false, refusals[posted.code]) };
}

const none: Readonly<Record<string, string>> = {};

function said(isDone: boolean, text: string): Outcome {
  return { isDone, text, isPosted: true };
}

function wordsOf(faults: Faults): Faults {
  return Object.fromEntries(
    Object.entries(faults).map(([field, fault]) => [field, inWords(fault) ?? fault]),
  );
}
