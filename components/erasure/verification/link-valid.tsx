import { DateTime } from "@/components/ui/date-time";
import { MessagePage } from "@/components/ui/message-page";
import type { Review, SubjectKind } from "@/lib/erasure/status";
import type { PolicyProfile } from "@/lib/policy/profile";
import { verifyMessages } from "../messages/verify-messages";
import { TokenForm, type TokenFormAction } from "./token-form";

type LinkValidProps = {
  subjectKind: SubjectKind;
  review: Review | null;
  endCustomers: PolicyProfile["endCustomers"];
  expiresAt: Date;
  token: string;
  action: TokenFormAction;
};

/** A link that can be used: what will happen, and the button that makes it happen. */
export function LinkValid(props: LinkValidProps) {
  const { heading, intro, final, button, sending, validUntil, ignore } = verifyMessages.valid;

  return (
    <MessagePage
      eyebrow={verifyMessages.title}
      title={heading}
      actions={
        <TokenForm token={props.token} action={props.action} label={button} busyLabel={sending} />
      }
    >
      <p>{intro}</p>
      <p className="text-ink">{whatFollows(props)}</p>
      {props.subjectKind !== "contact" && <p>{final}</p>}
      <p className="text-base">
        {ignore} {validUntil} <DateTime value={props.expiresAt} precision="minute" />.
      </p>
    </MessagePage>
  );
}

/** Follows the domain's own decision: customers' records and other people's data go another way. */
function whatFollows({ subjectKind, review, endCustomers }: LinkValidProps): string {
  const { subjects, customer, reviewed } = verifyMessages.valid;
  if (subjectKind === "contact") return customer[endCustomers];

  return review === null ? subjects[subjectKind] : reviewed;
}
