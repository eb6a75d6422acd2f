import { faultMessages } from "./messages/fault-messages";

/** What is wrong with a field, said to whoever filled it in. */
export function inWords(fault: string | undefined): string | undefined {
  return fault === undefined ? undefined : (faultMessages[fault] ?? fault);
}
