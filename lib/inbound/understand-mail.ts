import type { Language } from "@/lib/i18n/languages";
import { asksForDeletion } from "./asking/asks-for-deletion";
import { type MachineReason, machineSent } from "./machine-sent";
import type { IncomingMail } from "./mail-reader";
import { senderOf } from "./sender-of";

/** What tells a request from other mail, by the policy profile. */
export type InboundRules = {
  /** Whether the profile offers to ask by mail. */
  isOffered: boolean;
  languages: readonly Language[];
  subjectLine: string | null;
  /** Addresses that we send from or are written to. */
  ownAddresses: readonly string[];
};

export type Understanding =
  /** It asks for deletion: a request for its sender's address. */
  | { next: "request"; sender: string; locale: Language }
  /** A person has to read it. */
  | {
      next: "waiting";
      reason: "unclear" | "reply" | "no_sender" | "channel_closed" | "too_many";
      sender: string | null;
    }
  /** A machine has sent it: nobody answers, and nothing follows. */
  | { next: "set_aside"; reason: MachineReason | "own_mail"; sender: string | null };

const answers = /^\s*(re|aw|sv|vs|antw|bls|balas|رد|fwd?|wg|tr|terusan)\s*(\[\d+\])?\s*[:：]/i;

/**
 * What to do about a mail, from the mail alone.
 *
 * An answer to another mail never becomes a request by itself: what it quotes is not its sender's,
 * and a machine that answers without saying so would be taken for a person.
 */
export function understandMail(mail: IncomingMail, rules: InboundRules): Understanding {
  const sender = senderOf(mail.from);
  if (sender !== null && rules.ownAddresses.includes(sender)) {
    return { next: "set_aside", reason: "own_mail", sender };
  }
  const machine = machineSent(mail, sender);
  if (machine !== null) return { next: "set_aside", reason: machine, sender };
  if (sender === null) return { next: "waiting", reason: "no_sender", sender };
  if (isAnswer(mail)) return { next: "waiting", reason: "reply", sender };

  const locale = asksForDeletion(mail, rules);
  if (locale === null) return { next: "waiting", reason: "unclear", sender };
  return rules.isOffered
    ? { next: "request", sender, locale }
    : { next: "waiting", reason: "channel_closed", sender };
}

function isAnswer({ headers, subject }: IncomingMail): boolean {
  return (
    headers["in-reply-to"] !== undefined ||
    headers.references !== undefined ||
    answers.test(subject)
  );
}
