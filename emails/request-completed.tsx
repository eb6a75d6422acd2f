import { useTranslations } from "next-intl";
import type { RefusalReason, SubjectKind } from "@/lib/erasure/status";
import { ConfirmationCode, type StatusPage } from "./components/confirmation-code";
import { Layout, type Sender } from "./components/layout";
import { Paragraph } from "./components/paragraph";
import { type RetainedItem, RetainedList } from "./components/retained-list";
import { Subheading } from "./components/subheading";
import { useDay } from "./components/use-day";

export type RequestCompletedProps = StatusPage & {
  sender: Sender;
  subjectKind: SubjectKind;
  completedAt: Date;
  retained: RetainedItem[];
  /** Why a business that was asked keeps what it has; null where none does. */
  refusal: RefusalReason | null;
  /** When the last backup with a copy is overwritten; null where there are none. */
  backupsGoneBy: Date | null;
};

/** Says that it is done, and names everything that was kept. The last mail of a request. */
export default function RequestCompleted(props: RequestCompletedProps) {
  const t = useTranslations("mails.completed");
  const refused = useTranslations("mails.refused");
  const day = useDay();
  const { sender, subjectKind, completedAt, retained, refusal, backupsGoneBy } = props;
  const hasKept = retained.length > 0 || refusal !== null;

  return (
    <Layout
      sender={sender}
      heading={t("heading")}
      preview={t(hasKept ? "previewWithKept" : "preview")}
    >
      <Paragraph>
        {t(`done.${subjectKind}`, { day: day(completedAt) })} {hasKept && t("exceptKept")}{" "}
        {t("searched")}
      </Paragraph>
      {hasKept ? (
        <>
          <Subheading>{t("keptTitle")}</Subheading>
          {refusal !== null && <Paragraph>{refused(`reasons.${refusal}.reason`)}</Paragraph>}
          {retained.length > 0 && <RetainedList items={retained} />}
        </>
      ) : (
        <Paragraph>{t("nothingKept")}</Paragraph>
      )}
      {backupsGoneBy !== null && <Paragraph>{t("backups", { day: day(backupsGoneBy) })}</Paragraph>}
      <ConfirmationCode confirmationCode={props.confirmationCode} statusUrl={props.statusUrl} />
      <Paragraph>{t("last")}</Paragraph>
    </Layout>
  );
}

RequestCompleted.PreviewProps = {
  sender: { company: "Tidewater", privacyEmail: "privacy@tidewater.example" },
  subjectKind: "workspace",
  completedAt: new Date("2026-11-22T09:34:00Z"),
  retained: [
    { category: "invoices", ground: "tax", until: new Date("2033-11-22T00:00:00Z") },
    { category: "suppression", ground: "objection", until: null },
  ],
  refusal: null,
  backupsGoneBy: null,
  confirmationCode: "k3Vn8QpW2xRt7YbL5mZd",
  statusUrl: "https://app.tidewater.example/en/data-deletion/status/k3Vn8QpW2xRt7YbL5mZd",
} satisfies RequestCompletedProps;
