import type { PolicyProfile } from "@/lib/policy/profile";
import { senderOf } from "./sender-of";
import type { InboundRules } from "./understand-mail";

type Promised = Pick<PolicyProfile, "channels" | "company" | "languages" | "requestEmail">;

/**
 * The part of a profile that steers what is done about mail.
 *
 * @param mailFrom the sender of our own mails, as `Name <address>`.
 */
export function inboundRules(profile: Promised, mailFrom: string): InboundRules {
  const { channels, company, languages, requestEmail } = profile;
  const own = [senderOf(mailFrom), company.privacyEmail, requestEmail?.address];
  return {
    isOffered: channels.includes("email"),
    languages,
    subjectLine: requestEmail?.subject ?? null,
    ownAddresses: own.flatMap((address) => address?.toLowerCase() ?? []),
  };
}
