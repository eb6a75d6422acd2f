import type { MailMessage } from "@/lib/erasure";

/** After the last mail there is nothing more to say, and no reason left to know the address. */
const isLast: Record<MailMessage, boolean> = {
  verify: false,
  received: false,
  question: false,
  extended: false,
  completed: true,
  refused: true,
};

/** The message that a row names; null when there is no mail for it. */
export function readMailMessage(name: string): MailMessage | null {
  return Object.hasOwn(isLast, name) ? (name as MailMessage) : null;
}

export function isLastMail(message: MailMessage): boolean {
  return isLast[message];
}
