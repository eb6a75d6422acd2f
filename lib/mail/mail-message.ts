import type { MailMessage } from "@/lib/erasure";

/** After the last mail there is nothing more to say, and no reason left to know the address. */
const isLast: Record<MailMessage, boolean> = {
  verify: false,
  received: false,
  completed: true,
  refused: true,
};

/** @throws when a row names a message that there is no mail for. */
export function mailMessageOf(name: string): MailMessage {
  if (!Object.hasOwn(isLast, name)) throw new Error(`There is no mail "${name}".`);
  return name as MailMessage;
}

export function isLastMail(message: MailMessage): boolean {
  return isLast[message];
}
