import type { SubjectKind } from "@/lib/erasure/status";
import { calendarDay } from "./components/calendar-day";
import { ConfirmationCode, type StatusPage } from "./components/confirmation-code";
import { Layout, type Sender } from "./components/layout";
import { Paragraph } from "./components/paragraph";
import { type RetainedItem, RetainedList } from "./components/retained-list";
import { Subheading } from "./components/subheading";

export function subject({ retained }: Pick<RequestCompletedProps, "retained">): string {
  return retained.length === 0
    ? "Your data has been deleted"
    : "Your data has been deleted, and what we must keep";
}

export type RequestCompletedProps = StatusPage & {
  sender: Sender;
  subjectKind: SubjectKind;
  completedAt: Date;
  retained: RetainedItem[];
  /** When the last backup with a copy is overwritten; null where there are none. */
  backupsGoneBy: Date | null;
};

/** Says that it is done, and names everything that was kept. The last mail of a request. */
export default function RequestCompleted({
  sender,
  subjectKind,
  completedAt,
  retained,
  backupsGoneBy,
  confirmationCode,
  statusUrl,
}: RequestCompletedProps) {
  return (
    <Layout
      sender={sender}
      heading="It is deleted"
      preview={
        retained.length === 0 ? "Nothing was kept." : "What was deleted, what is kept, and why."
      }
    >
      <Paragraph>
        On {calendarDay(completedAt)} we finished deleting {deleted[subjectKind]}
        {retained.length > 0 && ", except what is listed below"}. We then searched what remains for
        traces of it and found none. What is deleted cannot be brought back.
      </Paragraph>
      {retained.length === 0 ? (
        <Paragraph>Nothing was kept.</Paragraph>
      ) : (
        <>
          <Subheading>What we keep, and why</Subheading>
          <RetainedList items={retained} />
        </>
      )}
      {backupsGoneBy !== null && (
        <Paragraph>
          Encrypted backups are kept for a while, and used for nothing but repairing the service.
          The last of them that held a copy is overwritten by {calendarDay(backupsGoneBy)}.
        </Paragraph>
      )}
      <ConfirmationCode confirmationCode={confirmationCode} statusUrl={statusUrl} />
      <Paragraph>
        This is our last mail about this request. Having sent it, we remove your address from the
        request, so please keep the code if you may need it.
      </Paragraph>
    </Layout>
  );
}

const deleted: Record<SubjectKind, string> = {
  workspace: "your workspace and everything in it",
  account: "your account",
  contact: "the records you asked about",
  meta_user: "what came from your Facebook login",
};

RequestCompleted.PreviewProps = {
  sender: { company: "Tidewater", privacyEmail: "privacy@tidewater.example" },
  subjectKind: "workspace",
  completedAt: new Date("2026-11-22T09:34:00Z"),
  retained: [
    {
      title: "Invoices",
      reason: "Tax and accounting law obliges us to keep them.",
      until: new Date("2033-11-22T00:00:00Z"),
    },
    {
      title: "Stop requests",
      reason: "So that somebody who asked not to be written to is not written to again.",
      until: null,
    },
  ],
  backupsGoneBy: null,
  confirmationCode: "k3Vn8QpW2xRt7YbL5mZd",
  statusUrl: "https://app.tidewater.example/data-deletion/status/k3Vn8QpW2xRt7YbL5mZd",
} satisfies RequestCompletedProps;
