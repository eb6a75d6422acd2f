import { useTranslations } from "next-intl";
import { Action } from "./components/action";
import { Layout, type Sender } from "./components/layout";
import { Paragraph } from "./components/paragraph";
import { useDay } from "./components/use-day";

export type AnswersDueProps = {
  sender: Sender;
  workspaceName: string;
  /** How many customers wait. */
  count: number;
  /** Of the first answer. */
  dueAt: Date;
  isLate: boolean;
  tasksUrl: string;
};

/** To a business's owner or admin: so many customers wait for its answer, until when. */
export default function AnswersDue(props: AnswersDueProps) {
  const { sender, workspaceName: workspace, count, dueAt, isLate, tasksUrl } = props;
  const t = useTranslations("mails.due.controllers");
  const day = useDay();
  const until = t(isLate ? "late" : "until", { day: day(dueAt) });

  return (
    <Layout sender={sender} heading={t("heading")} preview={until} because="administering">
      <Paragraph>{t("asked", { count, workspace })}</Paragraph>
      <Paragraph>{until}</Paragraph>
      <Action href={tasksUrl} label={t("button")} />
    </Layout>
  );
}

AnswersDue.PreviewProps = {
  sender: { company: "Tidewater", privacyEmail: "privacy@tidewater.example" },
  workspaceName: "Acme Flowers",
  count: 2,
  dueAt: new Date("2026-12-22T10:00:00Z"),
  isLate: false,
  tasksUrl: "https://app.tidewater.example/acme/privacy-requests",
} satisfies AnswersDueProps;
