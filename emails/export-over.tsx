import { useTranslations } from "next-intl";
import { Action } from "./components/action";
import { Layout, type Sender } from "./components/layout";
import { Paragraph } from "./components/paragraph";
import { useDay } from "./components/use-day";

export type ExportOverProps = {
  sender: Sender;
  workspaceName: string;
  /** The file's address; or, where there is none, the page of exports. */
  url: string;
  /** Until when there is a file; null: it could not be made. */
  until: Date | null;
  /** What became of the deletion that was to follow; null where none was. */
  deletion: "scheduled" | "not_started" | null;
};

/** An export has ended: where it is and until when, or that it failed; and what follows. */
export default function ExportOver(props: ExportOverProps) {
  const { sender, workspaceName: workspace, url, until, deletion } = props;
  const t = useTranslations("mails.export");
  const day = useDay();
  const key = until === null ? "failed" : "ready";

  return (
    <Layout
      sender={sender}
      heading={t(`${key}.heading`)}
      preview={until === null ? t("failed.preview") : t("ready.preview", { day: day(until) })}
      because="administering"
    >
      <Paragraph>{t(`${key}.text`, { workspace })}</Paragraph>
      <Action href={url} label={t(`${key}.button`)} />
      {until && <Paragraph>{t("ready.valid", { day: day(until) })}</Paragraph>}
      {deletion === "scheduled" && until && (
        <Paragraph>{t("erasing", { day: day(until) })}</Paragraph>
      )}
      {deletion === "not_started" && <Paragraph>{t("notErasing")}</Paragraph>}
    </Layout>
  );
}

ExportOver.PreviewProps = {
  sender: { company: "Tidewater", privacyEmail: "privacy@tidewater.example" },
  workspaceName: "Acme Flowers",
  url: "https://app.tidewater.example/acme/settings/backups/019f0000-0000-7000-8000-000000000001/download?until=1796117400000&signature=u6nS0pX3ZQ0b0m4n3mJm2vQk8w1yT5hL7cR9aEfGdBo",
  until: new Date("2026-12-01T09:30:00Z"),
  deletion: null,
} satisfies ExportOverProps;
