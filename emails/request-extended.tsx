import { useTranslations } from "next-intl";
import type { ExtensionReason } from "@/lib/erasure/status";
import { AddressLink } from "./components/address-link";
import { ConfirmationCode, type StatusPage } from "./components/confirmation-code";
import { Layout, type Sender } from "./components/layout";
import { Paragraph } from "./components/paragraph";
import { Subheading } from "./components/subheading";
import { useDay } from "./components/use-day";

export type RequestExtendedProps = StatusPage & {
  sender: Sender;
  reason: ExtensionReason;
  /** The day that was promised at receipt. */
  firstDueAt: Date;
  dueAt: Date;
};

/** Tells of a later deadline, with its reason and the right to complain (GDPR 12(3) and (4)). */
export default function RequestExtended(props: RequestExtendedProps) {
  const t = useTranslations("mails.extended");
  const day = useDay();
  const { sender, reason, firstDueAt, dueAt } = props;

  return (
    <Layout sender={sender} heading={t("heading")} preview={t("preview", { day: day(dueAt) })}>
      <Paragraph>{t("text", { before: day(firstDueAt), day: day(dueAt) })}</Paragraph>
      <Subheading>{t("whyTitle")}</Subheading>
      <Paragraph>{t(`reasons.${reason}`)}</Paragraph>
      <Paragraph>
        {t.rich("complain", { address: () => <AddressLink address={sender.privacyEmail} /> })}
      </Paragraph>
      <ConfirmationCode confirmationCode={props.confirmationCode} statusUrl={props.statusUrl} />
    </Layout>
  );
}

RequestExtended.PreviewProps = {
  sender: { company: "Tidewater", privacyEmail: "privacy@tidewater.example" },
  reason: "complexity",
  firstDueAt: new Date("2026-12-22T09:30:00Z"),
  dueAt: new Date("2027-01-21T09:30:00Z"),
  confirmationCode: "k3Vn8QpW2xRt7YbL5mZd",
  statusUrl: "https://app.tidewater.example/en/data-deletion/status/k3Vn8QpW2xRt7YbL5mZd",
} satisfies RequestExtendedProps;
