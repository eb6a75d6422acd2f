import { useTranslations } from "next-intl";
import { Text } from "react-email";
import { Action } from "./components/action";
import { ConfirmationCode, type StatusPage } from "./components/confirmation-code";
import { Layout, type Sender } from "./components/layout";
import { Panel } from "./components/panel";
import { Paragraph } from "./components/paragraph";
import { useDay } from "./components/use-day";

export type RequestQuestionProps = StatusPage & {
  sender: Sender;
  /** As a person wrote it, in whatever language. */
  question: string;
  replyUrl: string;
  answerUntil: Date;
};

/** Asks the requester for more, and says where the answer goes. */
export default function RequestQuestion(props: RequestQuestionProps) {
  const t = useTranslations("mails.question");
  const day = useDay();

  return (
    <Layout sender={props.sender} heading={t("heading")} preview={t("preview")}>
      <Paragraph>{t("intro")}</Paragraph>
      <Panel>
        <Text
          dir="auto"
          style={{ margin: 0, fontSize: "16px", lineHeight: "26px", whiteSpace: "pre-line" }}
        >
          {props.question}
        </Text>
      </Panel>
      <Action href={props.replyUrl} label={t("button")} />
      <Paragraph>{t("until", { day: day(props.answerUntil) })}</Paragraph>
      <Paragraph>{t("caution")}</Paragraph>
      <ConfirmationCode confirmationCode={props.confirmationCode} statusUrl={props.statusUrl} />
    </Layout>
  );
}

RequestQuestion.PreviewProps = {
  sender: { company: "Tidewater", privacyEmail: "privacy@tidewater.example" },
  question: "Which workspace did you write to us about, and since when?",
  replyUrl:
    "https://app.tidewater.example/en/data-deletion/answer?token=u6nS0pX3ZQ0b0m4n3mJm2vQk8w1yT5hL7cR9aEfGdBo",
  answerUntil: new Date("2026-12-06T09:30:00Z"),
  confirmationCode: "k3Vn8QpW2xRt7YbL5mZd",
  statusUrl: "https://app.tidewater.example/en/data-deletion/status/k3Vn8QpW2xRt7YbL5mZd",
} satisfies RequestQuestionProps;
