import { DateTime } from "@/components/ui/date-time";
import { MessagePage } from "@/components/ui/message-page";
import type { SubjectKind } from "@/lib/erasure/status";
import { verifyMessages } from "../messages/verify-messages";
import { TokenForm, type TokenFormAction } from "./token-form";

type LinkValidProps = {
  subjectKind: SubjectKind;
  requesterKind: string;
  expiresAt: Date;
  token: string;
  action: TokenFormAction;
};

/** A link that can be used: what will happen, and the button that makes it happen. */
export function LinkValid(props: LinkValidProps) {
  const { heading, intro, subjects, representative, final, button, sending, validUntil, ignore } =
    verifyMessages.valid;

  return (
    <MessagePage
      eyebrow={verifyMessages.title}
      title={heading}
      actions={
        <TokenForm token={props.token} action={props.action} label={button} busyLabel={sending} />
      }
    >
      <p>{intro}</p>
      <p className="text-ink">
        {props.requesterKind === "representative" ? representative : subjects[props.subjectKind]}
      </p>
      <p>{final}</p>
      <p className="text-base">
        {ignore} {validUntil} <DateTime value={props.expiresAt} precision="minute" />.
      </p>
    </MessagePage>
  );
}
