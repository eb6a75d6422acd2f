import { renderMail } from "@/emails/render-mail";
import { type MailMessage, openSealedRequest } from "@/lib/erasure";
import { readLanguage } from "@/lib/i18n/languages";
import { log } from "@/lib/log";
import { policyProfile } from "@/lib/policy/policy-profile";
import { composeMail } from "./compose-mail";
import type { MailContext } from "./mail-context";
import type { Delivery, OutgoingMail } from "./mailer";
import type { OwedMail } from "./read-owed-mail";

/** What keeps a mail from being written, as a delivery that did not come about. */
type NotWritten = Extract<Delivery, { ok: false }>;

/** A key or a profile that this process lacks: somebody will mend its settings, the mail waits. */
const settingsMendedSeconds = 10 * 60;

/**
 * Opens the address and writes the mail to it. Asks no database and throws nothing: whatever is
 * wrong comes back as a code, and its error is logged.
 */
export async function writeMail(
  { vault, appUrl }: Pick<MailContext, "vault" | "appUrl">,
  message: MailMessage,
  { mail, request }: OwedMail,
): Promise<{ ok: true; mail: OutgoingMail } | NotWritten> {
  const notWritten = (code: string, error: unknown, retryAfterSeconds: number | null) => {
    log.error("A mail could not be written.", { mailId: mail.id, code, error });
    return { ok: false, code, retryAfterSeconds } as const;
  };

  const content = await attempt(() => openSealedRequest(vault, request.id, request.sealed));
  if (!content.ok) return notWritten("seal_unreadable", content.error, settingsMendedSeconds);
  const { email, verificationToken: token, cancellationToken, questions } = content.value;
  if (email === undefined) return undeliverable("no_address");
  if (message === "verify" && token === undefined) return undeliverable("no_token");
  const question = questions?.find(({ mailId }) => mailId === mail.id);
  // An answered question has no link any more, and nobody needs to be asked.
  if (message === "question" && question?.replyToken === undefined)
    return undeliverable("no_token");

  const found = await attempt(async () => policyProfile(request.policyProfile));
  if (!found.ok) return notWritten("profile_unknown", found.error, settingsMendedSeconds);
  const profile = found.value;

  const written = await attempt(async () => {
    const language = readLanguage(request.locale) ?? profile.languages[0] ?? "en";
    const { queuedAt } = mail;
    const secrets = { token, cancellationToken, question };
    const material = { request, ...secrets, queuedAt, profile, language, appUrl };
    const { subject, template } = composeMail(message, material);
    return { subject, ...(await renderMail(template, language)) };
  });
  if (!written.ok) return notWritten("not_renderable", written.error, null);
  return {
    ok: true,
    mail: { id: mail.id, to: email, replyTo: profile.company.privacyEmail, ...written.value },
  };
}

/** A failure that no repeat would change. */
export function undeliverable(code: string): NotWritten {
  return { ok: false, code, retryAfterSeconds: null };
}

async function attempt<Value>(
  work: () => Promise<Value>,
): Promise<{ ok: true; value: Value } | { ok: false; error: unknown }> {
  try {
    return { ok: true, value: await work() };
  } catch (error) {
    return { ok: false, error };
  }
}
