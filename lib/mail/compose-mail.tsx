import type { ReactElement } from "react";
import type { erasureRequests } from "@/db/schema";
import RequestCompleted, { subject as completedSubject } from "@/emails/request-completed";
import RequestReceived, { subject as receivedSubject } from "@/emails/request-received";
import RequestRefused, { subject as refusedSubject } from "@/emails/request-refused";
import VerifyRequest, { subject as verifySubject } from "@/emails/verify-request";
import { type MailMessage, reviewOf } from "@/lib/erasure";
import type { PolicyProfile } from "@/lib/policy/profile";
import { backupsGoneBy } from "./backups-gone-by";
import { retainedItems } from "./retained-items";

export type ComposedMail = { subject: string; template: ReactElement };

type Material = {
  request: typeof erasureRequests.$inferSelect;
  /** The secret of the link; only the verify mail has one. */
  token: string | undefined;
  profile: PolicyProfile;
  appUrl: string;
};

/**
 * The words of a mail, from the request's own row and profile.
 *
 * Nothing in it depends on when it is sent, so that a repeat is the same mail.
 *
 * @throws when the request is not in a state that this mail could speak of.
 */
export function composeMail(message: MailMessage, material: Material): ComposedMail {
  const { request, token, profile, appUrl } = material;
  const common = {
    sender: { company: profile.company.name, privacyEmail: profile.company.privacyEmail },
    subjectKind: request.subjectKind,
    confirmationCode: request.confirmationCode,
    statusUrl: new URL(`/data-deletion/status/${request.confirmationCode}`, appUrl).href,
  };

  switch (message) {
    case "verify":
      return {
        subject: verifySubject,
        template: (
          <VerifyRequest
            {...common}
            verifyUrl={verifyUrl(appUrl, present(token, "verification token"))}
            validForMinutes={profile.verificationValidMinutes}
          />
        ),
      };
    case "received":
      return {
        subject: receivedSubject,
        template: (
          <RequestReceived
            {...common}
            receivedAt={request.receivedAt}
            dueAt={request.dueAt}
            purgeAfter={request.purgeAfter}
            review={request.channel === "form" ? reviewOf(profile, request) : null}
            mayAskForMore={profile.mayAskForMore}
          />
        ),
      };
    case "completed": {
      const props = {
        ...common,
        completedAt: present(request.closedAt, "closing time"),
        retained: retainedItems(request.retained, profile),
        backupsGoneBy: backupsGoneBy(request.closedAt, profile),
      };
      return { subject: completedSubject(props), template: <RequestCompleted {...props} /> };
    }
    case "refused":
      return {
        subject: refusedSubject,
        template: (
          <RequestRefused {...common} reason={present(request.refusalReason, "refusal reason")} />
        ),
      };
  }
}

function verifyUrl(appUrl: string, token: string): string {
  const url = new URL("/data-deletion/verify", appUrl);
  url.searchParams.set("token", token);
  return url.href;
}

function present<Value>(value: Value | null | undefined, what: string): Value {
  if (value === null || value === undefined) throw new Error(`The request has no ${what}.`);
  return value;
}
