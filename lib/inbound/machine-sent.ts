import type { IncomingMail } from "./mail-reader";

export type MachineReason = "automatic" | "bounce" | "mailing_list";

/** Mailboxes that are nobody's. */
const machines =
  /^(mailer-daemon|postmaster|bounces?([+=-].*)?|no-?reply([+=-].*)?|do-?not-?reply([+=-].*)?|auto-?reply|notifications?)$/;

const listHeaders = ["list-id", "list-post", "list-unsubscribe", "mailing-list"];

const answeringMachines = ["x-auto-response-suppress", "x-autoreply", "x-autorespond", "x-loop"];

/**
 * By which sign a mail was sent by a machine; null when there is none.
 *
 * Such mails are never answered (RFC 3834), so that two machines never write to each other: bounces
 * and reports, lists and bulk mail, out-of-office notes and our own mails that come back.
 */
export function machineSent(
  { headers }: Pick<IncomingMail, "headers">,
  sender: string | null,
): MachineReason | null {
  const header = (name: string) => headers[name]?.trim().toLowerCase() ?? null;

  const returnPath = header("return-path");
  const isReport = header("content-type")?.startsWith("multipart/report") ?? false;
  if (returnPath === "<>" || returnPath === "" || isReport) return "bounce";
  const mailbox = sender?.slice(0, sender.lastIndexOf("@")) ?? "";
  if (/^(mailer-daemon|postmaster|bounces?([+=-].*)?)$/.test(mailbox)) return "bounce";

  const precedence = header("precedence");
  if (listHeaders.some((name) => header(name) !== null)) return "mailing_list";
  if (precedence === "list" || precedence === "bulk") return "mailing_list";

  const submitted = header("auto-submitted");
  if (submitted !== null && !/^no\b/.test(submitted)) return "automatic";
  if (precedence === "junk" || precedence?.startsWith("auto") === true) return "automatic";
  if (answeringMachines.some((name) => header(name) !== null)) return "automatic";
  return machines.test(mailbox) ? "automatic" : null;
}
