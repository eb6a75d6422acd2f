import type { Review, SubjectKind } from "@/lib/erasure/status";
import { calendarDay } from "./components/calendar-day";
import { ConfirmationCode, type StatusPage } from "./components/confirmation-code";
import { Layout, type Sender } from "./components/layout";
import { Paragraph } from "./components/paragraph";

export const subject = "We have your data deletion request";

export type RequestReceivedProps = StatusPage & {
  sender: Sender;
  subjectKind: SubjectKind;
  receivedAt: Date;
  dueAt: Date;
  /** Before this time nothing is deleted; null when there is no grace period. */
  purgeAfter: Date | null;
  /** What people look at first; null when nobody has to. */
  review: Review | null;
  mayAskForMore: boolean;
};

/** Acknowledges a request: what was asked, by when it is done, where to look. */
export default function RequestReceived({
  sender,
  subjectKind,
  receivedAt,
  dueAt,
  purgeAfter,
  review,
  mayAskForMore,
  confirmationCode,
  statusUrl,
}: RequestReceivedProps) {
  return (
    <Layout
      sender={sender}
      heading="We have your request"
      preview={`You will hear from us by ${calendarDay(dueAt)}.`}
    >
      <Paragraph>
        On {calendarDay(receivedAt)} you asked us to delete {askedFor[subjectKind]}.
      </Paragraph>
      {purgeAfter !== null && (
        <Paragraph>
          Nothing is deleted before {calendarDay(purgeAfter)}. If you change your mind, answer this
          mail until then and give the confirmation code.
        </Paragraph>
      )}
      {review !== null && <Paragraph>{lookedAt[review]}</Paragraph>}
      {mayAskForMore && <Paragraph>{moreProof}</Paragraph>}
      <Paragraph>
        By {calendarDay(dueAt)} at the latest it is done, or we will have written to you why it is
        not. Either way you get another mail from us.
      </Paragraph>
      <ConfirmationCode confirmationCode={confirmationCode} statusUrl={statusUrl} />
      <Paragraph>
        The code names nobody. The page shows how far we are, and needs no sign-in.
      </Paragraph>
    </Layout>
  );
}

const askedFor: Record<SubjectKind, string> = {
  workspace: "your workspace with everything in it",
  account: "your account",
  contact: "the records about a customer",
  meta_user: "what came from your Facebook login",
};

const lookedAt: Record<Review, string> = {
  authorisation:
    "You asked for somebody else. Please answer this mail with a document that shows you may act for them: a person looks at it, and nothing is deleted before.",
  identity: "A person first makes sure that the data is yours. Nothing is deleted before.",
  forwarding:
    "The records belong to the business that wrote to you, so a person passes your request on to it. Nothing is deleted before it answers.",
};

const moreProof =
  "If we need more from you to be sure, we write to you. We never ask for a password.";

RequestReceived.PreviewProps = {
  sender: { company: "Tidewater", privacyEmail: "privacy@tidewater.example" },
  subjectKind: "workspace",
  receivedAt: new Date("2026-11-22T09:30:00Z"),
  dueAt: new Date("2026-12-22T09:30:00Z"),
  purgeAfter: null,
  review: null,
  mayAskForMore: false,
  confirmationCode: "k3Vn8QpW2xRt7YbL5mZd",
  statusUrl: "https://app.tidewater.example/data-deletion/status/k3Vn8QpW2xRt7YbL5mZd",
} satisfies RequestReceivedProps;
