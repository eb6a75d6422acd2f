import { formOf } from "./form-of";
import type { HostileAction } from "./hostile-actions";

/** What an action is called with to be given these fields: themselves, or the form that a browser would post. */
export function argumentsOf({ form }: Pick<HostileAction, "form">, fields: unknown): unknown[] {
  if (form === undefined) return [fields];
  return form === "after_state" ? [null, formOf(fields)] : [formOf(fields)];
}
