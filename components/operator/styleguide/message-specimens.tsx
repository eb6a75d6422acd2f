"use client";

import { AnswerOver } from "@/components/erasure/answer/answer-over";
import { AnswerUnknown } from "@/components/erasure/answer/answer-unknown";
import { CancelOpen } from "@/components/erasure/cancellation/cancel-open";
import { CancelOver } from "@/components/erasure/cancellation/cancel-over";
import { CancelUnknown } from "@/components/erasure/cancellation/cancel-unknown";
import { TooManyTries } from "@/components/erasure/too-many-tries";
import { LinkExpired } from "@/components/erasure/verification/link-expired";
import { LinkResent } from "@/components/erasure/verification/link-resent";
import { LinkUnknown } from "@/components/erasure/verification/link-unknown";
import { LinkUsed } from "@/components/erasure/verification/link-used";
import { LinkValid } from "@/components/erasure/verification/link-valid";
import { InvitationClosed } from "@/components/team/invitation-closed";
import { Specimen } from "./specimen";

const code = "A1b2C3d4E5f6G7h8I9j0";
const subjects = ["workspace", "contact", "account", "meta_user"] as const;

/** The pages with one thing to say, as they stand behind mailed links. */
export function MessageSpecimens({ now }: { now: Date }) {
  const link = { token: "none", action: async () => {} };

  return (
    <>
      <Specimen name="A link to verify" isStacked>
        {subjects.map((subjectKind) => (
          <LinkValid
            key={subjectKind}
            {...link}
            subjectKind={subjectKind}
            review={null}
            endCustomers="forwarded"
            expiresAt={now}
          />
        ))}
        <LinkExpired {...link} />
        <LinkResent validMinutes={60} />
        <LinkUsed confirmationCode={code} />
        <LinkUnknown />
      </Specimen>
      <Specimen name="A link to take back" isStacked>
        <CancelOpen {...link} subjectKind="account" purgeAfter={now} />
        <CancelOver confirmationCode={code} />
        <CancelUnknown />
      </Specimen>
      <Specimen name="Other links" isStacked>
        {(["answered", "expired", "closed"] as const).map((state) => (
          <AnswerOver key={state} state={state} confirmationCode={code} />
        ))}
        <AnswerUnknown />
        <InvitationClosed />
        <TooManyTries />
      </Specimen>
    </>
  );
}
