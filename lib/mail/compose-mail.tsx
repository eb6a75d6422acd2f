import { createTranslator } from "next-intl";
import type { ReactElement } from "react";
import type { erasureRequests } from "@/db/schema";
import RequestCompleted from "@/emails/request-completed";
import RequestExtended from "@/emails/request-extended";
import RequestQuestion from "@/emails/request-question";
import RequestReceived from "@/emails/request-received";
import RequestRefused from "@/emails/request-refused";
import VerifyRequest from "@/emails/verify-request";
import { answerableUntil, type MailMessage } from "@/lib/erasure";
import { deletionPath } from "@/lib/i18n/deletion-path";
import { intlSettings } from "@/lib/i18n/intl-settings";
import type { Language } from "@/lib/i18n/languages";
import type { PolicyProfile } from "@/lib/policy/profile";
import { backupsGoneBy } from "./backups-gone-by";
import { retainedItems } from "./retained-items";

export type ComposedMail = { subject: string; template: ReactElement };

type AskedQuestion = { text: string; replyToken?: string | undefined };

type Material = {
  request: typeof erasureRequests.$inferSelect;
  /** The secret of the link; only the verify mail has one. */
  token: string | undefined;
  /** The secret of the link that takes it back, while it can be. */
  cancellationToken: string | undefined;
  /** What a person asks by this very mail; only a question has one. */
  question: AskedQuestion | undefined;
  /** When the mail was first owed. */
  queuedAt: Date;
  profile: PolicyProfile;
  /** Of the mail, and of the pages that it links to. */
  language: Language;
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
  const { request, token, cancellationToken, profile, language, appUrl } = material;
  const t = createTranslator({ ...intlSettings(language), namespace: "mails" });
  const pageAt = (page: string) => new URL(deletionPath(language, page), appUrl).href;
  const common = {
    sender: { company: profile.company.name, privacyEmail: profile.company.privacyEmail },
    subjectKind: request.subjectKind,
    confirmationCode: request.confirmationCode,
    statusUrl: pageAt(`/status/${request.confirmationCode}`),
  };

  switch (message) {
    case "verify":
      return {
        subject: t("verify.subject"),
        template: (
          <VerifyRequest
            {...common}
            verifyUrl={pageAt(`/verify?token=${present(token, "verification token")}`)}
            validForMinutes={profile.verificationValidMinutes}
          />
        ),
      };
    case "received":
      return {
        subject: t("received.subject"),
        template: (
          <RequestReceived
            {...common}
            receivedAt={request.receivedAt}
            dueAt={request.dueAt}
            purgeAfter={request.purgeAfter}
            cancelUrl={
              cancellationToken === undefined ? null : pageAt(`/cancel?token=${cancellationToken}`)
            }
            review={request.review}
            mayAskForMore={profile.mayAskForMore}
          />
        ),
      };
    case "question": {
      const asked = present(material.question, "question for this mail");
      const token = present(asked.replyToken, "reply token");
      return {
        subject: t("question.subject"),
        template: (
          <RequestQuestion
            {...common}
            question={asked.text}
            replyUrl={pageAt(`/answer?token=${token}`)}
            answerUntil={answerableUntil(material.queuedAt)}
          />
        ),
      };
    }
    case "extended":
      return {
        subject: t("extended.subject"),
        template: (
          <RequestExtended
            {...common}
            reason={present(request.extensionReason, "reason for an extension")}
            firstDueAt={present(request.firstDueAt, "first deadline")}
            dueAt={request.dueAt}
          />
        ),
      };
    case "completed": {
      const props = {
        ...common,
        completedAt: present(request.closedAt, "closing time"),
        retained: retainedItems(request.retained, profile),
        refusal: request.refusalReason,
        backupsGoneBy: backupsGoneBy(request.closedAt, profile),
      };
      const hasKept = props.retained.length > 0 || props.refusal !== null;
      return {
        subject: t(hasKept ? "completed.subjectWithKept" : "completed.subject"),
        template: <RequestCompleted {...props} />,
      };
    }
    case "refused":
      return {
        subject: t("refused.subject"),
        template: (
          <RequestRefused {...common} reason={present(request.refusalReason, "refusal reason")} />
        ),
      };
  }
}

function present<Value>(value: Value | null | undefined, what: string): Value {
  if (value === null || value === undefined) throw new Error(`The request has no ${what}.`);
  return value;
}
