import { useTranslations } from "next-intl";
import type { Review, SubjectKind } from "@/lib/erasure/status";
import { Action } from "./components/action";
import { ConfirmationCode, type StatusPage } from "./components/confirmation-code";
import { Layout, type Sender } from "./components/layout";
import { Paragraph } from "./components/paragraph";
import { useDay } from "./components/use-day";

export type RequestReceivedProps = StatusPage & {
  sender: Sender;
  subjectKind: SubjectKind;
  receivedAt: Date;
  dueAt: Date;
  /** Before this time nothing is deleted; null when there is no grace period. */
  purgeAfter: Date | null;
  /** Where the request can be taken back until then; null when there is no such link. */
  cancelUrl: string | null;
  /** What people look at first; null when nobody has to. */
  review: Review | null;
  mayAskForMore: boolean;
};

/** Acknowledges a request: what was asked, by when it is done, where to look. */
export default function RequestReceived(props: RequestReceivedProps) {
  const t = useTranslations("mails.received");
  const day = useDay();
  const { sender, subjectKind, receivedAt, dueAt } = props;
  const { purgeAfter, cancelUrl, review, mayAskForMore } = props;

  return (
    <Layout sender={sender} heading={t("heading")} preview={t("preview", { day: day(dueAt) })}>
      <Paragraph>{t(`asked.${subjectKind}`, { day: day(receivedAt) })}</Paragraph>
      {purgeAfter !== null && (
        <Paragraph>
          {t(cancelUrl === null ? "grace" : "graceWithLink", { day: day(purgeAfter) })}
        </Paragraph>
      )}
      {cancelUrl !== null && <Action href={cancelUrl} label={t("takeBack")} />}
      {review !== null && <Paragraph>{t(`review.${review}`)}</Paragraph>}
      {mayAskForMore && <Paragraph>{t("moreProof")}</Paragraph>}
      <Paragraph>{t("due", { day: day(dueAt) })}</Paragraph>
      <ConfirmationCode confirmationCode={props.confirmationCode} statusUrl={props.statusUrl} />
      <Paragraph>{t("codeNote")}</Paragraph>
    </Layout>
  );
}

RequestReceived.PreviewProps = {
  sender: { company: "Tidewater", privacyEmail: "privacy@tidewater.example" },
  subjectKind: "workspace",
  receivedAt: new Date("2026-11-22T09:30:00Z"),
  dueAt: new Date("2026-12-22T09:30:00Z"),
  purgeAfter: null,
  cancelUrl: null,
  review: null,
  mayAskForMore: false,
  confirmationCode: "k3Vn8QpW2xRt7YbL5mZd",
  statusUrl: "https://app.tidewater.example/en/data-deletion/status/k3Vn8QpW2xRt7YbL5mZd",
} satisfies RequestReceivedProps;
