"use client";

import { AnswerForm } from "@/components/erasure/answer/answer-form";
import { CheckReceiptForm } from "@/components/erasure/receipt/check-receipt-form";
import { RequestSent } from "@/components/erasure/request/request-sent";
import { RequestForm } from "@/components/erasure/request-form";
import { TokenForm } from "@/components/erasure/verification/token-form";
import { Specimen } from "./specimen";
import { nothingHere } from "./stand-ins";

const asked = { fullName: "optional", description: "required" } as const;

/** The forms that the public fills in. Sent, each shows what a refusal looks like. */
export function FormSpecimens() {
  return (
    <>
      <Specimen name="The public form" isStacked>
        <RequestForm
          action={async (state) => state}
          linkValidFor="a day"
          asked={asked}
          takesProof
          challenge={null}
        />
      </Specimen>
      <Specimen name="Other public forms" isStacked>
        <TokenForm
          token="none"
          action={async () => void (await nothingHere())}
          label="Yes, delete it"
          busyLabel="One moment"
        />
        <AnswerForm token="none" action={async (state) => ({ ...state, fault: "missing" })} />
        <CheckReceiptForm action={async () => ({ outcome: "altered" })} />
        <RequestSent email="wren@acme.test" linkValidFor="a day" onAgain={() => {}} />
      </Specimen>
    </>
  );
}
