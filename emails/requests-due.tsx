import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Text } from "react-email";
import { Action } from "./components/action";
import { Layout, type Sender } from "./components/layout";
import { Panel } from "./components/panel";
import { Paragraph } from "./components/paragraph";
import { useDay } from "./components/use-day";

/** A deadline: of a request, or of a business's answer to it. */
export type DueLine = {
  code: string;
  mark: "days_7" | "days_3" | "days_1" | "late" | "unacknowledged";
  dueAt: Date;
  isTask: boolean;
};

export type RequestsDueProps = { sender: Sender; items: DueLine[]; queueUrl: string };

const shown = 10;

/** To the operators: what is due soon and what is late, by codes that name nobody. */
export default function RequestsDue({ sender, items, queueUrl }: RequestsDueProps) {
  const t = useTranslations("mails.due.operators");
  const day = useDay();
  const lines = items.slice(0, shown);
  const more = items.length - lines.length;

  return (
    <Layout
      sender={sender}
      heading={t("heading")}
      preview={t("preview", { count: items.length })}
      because="operating"
    >
      <Panel>
        {lines.map((line, index) => (
          <Text
            key={`${line.code} ${line.mark} ${line.isTask} ${line.dueAt.toISOString()}`}
            style={{ margin: index === 0 ? 0 : "8px 0 0", fontSize: "15px", lineHeight: "24px" }}
          >
            {t.rich(`lines.${wordsFor(line)}`, {
              code: line.code,
              day: day(line.dueAt),
              id: codeStyled,
            })}
          </Text>
        ))}
      </Panel>
      {more > 0 && <Paragraph>{t("more", { count: more })}</Paragraph>}
      <Action href={queueUrl} label={t("button")} />
    </Layout>
  );
}

function wordsFor({ mark, isTask }: DueLine) {
  if (mark === "unacknowledged") return mark;
  if (isTask) return "unanswered";
  return mark === "late" ? "late" : "due";
}

function codeStyled(chunks: ReactNode) {
  return (
    <bdi dir="ltr" style={{ fontFamily: "ui-monospace, Menlo, Consolas, monospace" }}>
      {chunks}
    </bdi>
  );
}

const dueAt = new Date("2026-12-22T10:00:00Z");

RequestsDue.PreviewProps = {
  sender: { company: "Tidewater", privacyEmail: "privacy@tidewater.example" },
  items: [
    { code: "k3Vn8QpW2xRt7YbL5mZd", mark: "late", dueAt, isTask: false },
    { code: "k3Vn8QpW2xRt7YbL5mZd", mark: "late", dueAt, isTask: true },
    { code: "k3Vn8QpW2xRt7YbL5mZd", mark: "days_3", dueAt, isTask: false },
    { code: "k3Vn8QpW2xRt7YbL5mZd", mark: "unacknowledged", dueAt, isTask: false },
  ],
  queueUrl: "https://app.tidewater.example/operator/requests",
} satisfies RequestsDueProps;
