import { useTranslations } from "next-intl";
import type { RefusalReason } from "@/lib/erasure/status";
import { AddressLink } from "./components/address-link";
import { ConfirmationCode, type StatusPage } from "./components/confirmation-code";
import { Layout, type Sender } from "./components/layout";
import { Paragraph } from "./components/paragraph";
import { Subheading } from "./components/subheading";

export type RequestRefusedProps = StatusPage & { sender: Sender; reason: RefusalReason };

/** States why nothing was deleted, what to do next, and the right to complain (GDPR 12(4)). */
export default function RequestRefused({
  sender,
  reason,
  confirmationCode,
  statusUrl,
}: RequestRefusedProps) {
  const t = useTranslations("mails.refused");

  return (
    <Layout sender={sender} heading={t("heading")} preview={t("preview")}>
      <Paragraph>{t("closed")}</Paragraph>
      <Subheading>{t("whyTitle")}</Subheading>
      <Paragraph>{t(`reasons.${reason}.reason`)}</Paragraph>
      <Subheading>{t("nextTitle")}</Subheading>
      <Paragraph>{t(`reasons.${reason}.next`)}</Paragraph>
      <Paragraph>
        {t.rich("complain", { address: () => <AddressLink address={sender.privacyEmail} /> })}
      </Paragraph>
      <ConfirmationCode confirmationCode={confirmationCode} statusUrl={statusUrl} />
      <Paragraph>{t("last")}</Paragraph>
    </Layout>
  );
}

RequestRefused.PreviewProps = {
  sender: { company: "Tidewater", privacyEmail: "privacy@tidewater.example" },
  reason: "ask_the_controller",
  confirmationCode: "k3Vn8QpW2xRt7YbL5mZd",
  statusUrl: "https://app.tidewater.example/en/data-deletion/status/k3Vn8QpW2xRt7YbL5mZd",
} satisfies RequestRefusedProps;
