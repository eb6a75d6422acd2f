import { Link } from "react-email";
import type { RefusalReason } from "@/lib/erasure/status";
import { colours } from "./components/colours";
import { ConfirmationCode, type StatusPage } from "./components/confirmation-code";
import { Layout, type Sender } from "./components/layout";
import { Paragraph } from "./components/paragraph";
import { refusalWording } from "./components/refusal-wording";
import { Subheading } from "./components/subheading";

export const subject = "We could not do what your data deletion request asked";

export type RequestRefusedProps = StatusPage & { sender: Sender; reason: RefusalReason };

/** States why nothing was deleted, what to do next, and the right to complain (GDPR 12(4)). */
export default function RequestRefused({
  sender,
  reason,
  confirmationCode,
  statusUrl,
}: RequestRefusedProps) {
  const wording = refusalWording[reason];

  return (
    <Layout
      sender={sender}
      heading="We could not delete this"
      preview="Why, and what you can do next."
    >
      <Paragraph>Your request is closed, and because of it nothing was deleted.</Paragraph>
      <Subheading>Why</Subheading>
      <Paragraph>{wording.reason}</Paragraph>
      <Subheading>What you can do</Subheading>
      <Paragraph>{wording.next}</Paragraph>
      <Paragraph>
        If you think that we are wrong, write to{" "}
        <Link
          className="link"
          href={`mailto:${sender.privacyEmail}`}
          style={{ color: colours.action, textDecoration: "underline" }}
        >
          {sender.privacyEmail}
        </Link>{" "}
        and somebody will look at it again. You also have the right to complain to the data
        protection authority where you live or work, and to go to court.
      </Paragraph>
      <ConfirmationCode confirmationCode={confirmationCode} statusUrl={statusUrl} />
      <Paragraph>
        This is our last mail about this request. Having sent it, we remove your address from the
        request.
      </Paragraph>
    </Layout>
  );
}

RequestRefused.PreviewProps = {
  sender: { company: "Tidewater", privacyEmail: "privacy@tidewater.example" },
  reason: "ask_the_controller",
  confirmationCode: "k3Vn8QpW2xRt7YbL5mZd",
  statusUrl: "https://app.tidewater.example/data-deletion/status/k3Vn8QpW2xRt7YbL5mZd",
} satisfies RequestRefusedProps;
