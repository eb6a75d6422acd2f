import type { Typed } from "./schemas";

/** The names of the fields whose answers are never sent back: a page is kept in caches and histories. */
const secrets: ReadonlySet<string> = new Set([
  "password",
  "currentPassword",
  "newPassword",
  "code",
  "proof",
  "token",
]);

/** What a form's fields say, without files and without what React adds to a form. The last of one name counts. */
export function fieldsOf(form: FormData): Record<string, string> {
  const fields: Record<string, string> = {};
  for (const [name, value] of form) {
    if (/^[a-zA-Z]+$/.test(name) && typeof value === "string") fields[name] = value;
  }
  return fields;
}

/** The same without secrets: what may be shown again. */
export function typedIn(form: FormData): Typed {
  return Object.fromEntries(Object.entries(fieldsOf(form)).filter(([name]) => !secrets.has(name)));
}

/** Whether a box was ticked; one that was not sends nothing. */
export function isTicked(form: FormData, name: string): boolean {
  return form.get(name) === "on";
}
