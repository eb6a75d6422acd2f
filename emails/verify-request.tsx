import type { SubjectKind } from "@/lib/erasure/status";
import { Action } from "./components/action";
import { Layout, type Sender } from "./components/layout";
import { Paragraph } from "./components/paragraph";

export const subject = "Was it you who asked us to delete data?";

export type VerifyRequestProps = {
  sender: Sender;
  subjectKind: SubjectKind;
  verifyUrl: string;
  validForMinutes: number;
};

/** Asks whoever reads the address given with a request whether it was them. */
export default function VerifyRequest({
  sender,
  subjectKind,
  verifyUrl,
  validForMinutes,
}: VerifyRequestProps) {
  return (
    <Layout
      sender={sender}
      heading="Was this you?"
      preview="Nothing is deleted unless you continue."
    >
      <Paragraph>
        Somebody gave this e-mail address and asked {sender.company} to delete{" "}
        {askedFor[subjectKind]}. If it was you, please continue. The next page says what will happen
        and asks once more.
      </Paragraph>
      <Action href={verifyUrl} label="Continue" />
      <Paragraph>
        The link works once, for {validForMinutes} minutes. After that you can ask for a new one.
      </Paragraph>
      <Paragraph>If it was not you, do nothing. Then nothing is deleted.</Paragraph>
    </Layout>
  );
}

const askedFor: Record<SubjectKind, string> = {
  workspace: "a workspace with everything in it",
  account: "an account",
  contact: "the records about a customer",
  meta_user: "what came from a Facebook login",
};

VerifyRequest.PreviewProps = {
  sender: { company: "Tidewater", privacyEmail: "privacy@tidewater.example" },
  subjectKind: "account",
  verifyUrl:
    "https://app.tidewater.example/data-deletion/verify?token=u6nS0pX3ZQ0b0m4n3mJm2vQk8w1yT5hL7cR9aEfGdBo",
  validForMinutes: 60,
} satisfies VerifyRequestProps;
