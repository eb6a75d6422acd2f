import "server-only";
import { refresh } from "next/cache";
import { redirect } from "next/navigation";
import type { z } from "zod";
import { formIn } from "./form-in";
import { fieldsOf, typedIn } from "./posted/fields-of";
import type { Answer, Faults, Posted } from "./posted/schemas";

/** How an action's form is read, and where its browser goes. */
export type FormWay<Value> = {
  /** What the form says, as the action's input: its fields as they are, unless told otherwise. */
  fields?: (form: FormData) => unknown;
  /** The path to go on to once it is done; without one the page is shown anew. */
  next?: (value: Value, form: FormData) => string | Promise<string>;
};

/**
 * The same guarded action for both who have scripts and who have none: called with its input, or with what
 * became of the post before and a form. Either way it is `call` that authorises, parses and acts.
 */
export function bothWays<
  Input extends z.ZodType,
  Value,
  Code extends string,
  Result extends Answer<Value, Code> = Answer<Value, Code>,
>(Input: Input, call: (raw: unknown) => Promise<Result>, way: FormWay<Value> = {}) {
  function action(input: z.input<Input>): Promise<Result>;
  function action(before: Posted<Code> | null, form: FormData): Promise<Posted<Code>>;
  async function action(...given: readonly unknown[]): Promise<Result | Posted<Code>> {
    if (given.length < 2) return await call(given[0]);
    return await answerForm(Input, call, given[1], way);
  }
  return action;
}

/**
 * Acts on what a browser posted by itself. A refusal keeps what was typed, without secrets, and says which
 * fields are at fault; only to who may act, as `call` has found.
 */
export async function answerForm<Value, Code extends string>(
  Input: z.ZodType,
  call: (raw: unknown) => Promise<Answer<Value, Code>>,
  given: unknown,
  { fields = fieldsOf, next }: FormWay<Value> = {},
): Promise<Posted<Code>> {
  const form = formIn(given);
  const raw = fields(form);
  const typed = typedIn(form);
  const answer = await call(raw);
  if (!answer.ok) {
    const faults = answer.code === "invalid_input" ? faultsIn(Input, raw) : {};
    return { ok: false, code: answer.code, faults, typed };
  }
  if (next !== undefined) redirect(await next(answer.value, form));
  // Without a script the page is made anew in any case; with one, it is read again.
  refresh();
  return { ok: true, typed };
}

function faultsIn(Input: z.ZodType, raw: unknown): Faults {
  const faults: Record<string, string> = {};
  for (const { path, message } of Input.safeParse(raw).error?.issues ?? []) {
    faults[path.join(".")] ??= message;
  }
  return faults;
}
