/** What was typed into a form, by field, to be shown again beside what was wrong with it; no secret is in it. */
export type Typed = Readonly<Record<string, string>>;

/** What is wrong with a field, by its name. */
export type Faults = Readonly<Record<string, string>>;

/** What became of a form that a browser posted by itself, for want of a script. */
export type Posted<Code extends string = string> = (
  | { ok: true }
  | { ok: false; code: Code; faults?: Faults }
) & { typed?: Typed };

/** An action as a form calls it: after what became of the post before. */
export type FormAction<Code extends string = string> = (
  before: Posted<Code> | null,
  form: FormData,
) => Promise<Posted<Code>>;

/** What a guarded action answers. */
export type Answer<Value = unknown, Code extends string = string> =
  | { ok: true; value: Value }
  | { ok: false; code: Code };

type CodeOf<Result extends Answer> = Extract<Result, { ok: false }>["code"];

/** One action that is called both ways: by a script with its input, and by a form that a browser posts. */
export type BothWays<Input, Result extends Answer> = {
  (input: Input): Promise<Result>;
  (before: Posted<CodeOf<Result>> | null, form: FormData): Promise<Posted<CodeOf<Result>>>;
};
