import { useTranslations } from "next-intl";
import type { SubjectKind } from "@/lib/erasure/status";
import { Action } from "./components/action";
import { Layout, type Sender } from "./components/layout";
import { Paragraph } from "./components/paragraph";
import { useMinutes } from "./components/use-minutes";

export type VerifyRequestProps = {
  sender: Sender;
  subjectKind: SubjectKind;
  verifyUrl: string;
  validForMinutes: number;
};

/** Asks whoever reads the address given with a request whether it was them. */
export default function VerifyRequest({
  sender,
  subjectKind,
  verifyUrl,
  validForMinutes,
}: VerifyRequestProps) {
  const t = useTranslations("mails.verify");
  const minutes = useMinutes();

  return (
    <Layout sender={sender} heading={t("heading")} preview={t("preview")}>
      <Paragraph>
        {t(`asked.${subjectKind}`, { company: sender.company })} {t("next")}
      </Paragraph>
      <Action href={verifyUrl} label={t("button")} />
      <Paragraph>{t("valid", { span: minutes(validForMinutes) })}</Paragraph>
      <Paragraph>{t("ignore")}</Paragraph>
    </Layout>
  );
}

VerifyRequest.PreviewProps = {
  sender: { company: "Tidewater", privacyEmail: "privacy@tidewater.example" },
  subjectKind: "account",
  verifyUrl:
    "https://app.tidewater.example/en/data-deletion/verify?token=u6nS0pX3ZQ0b0m4n3mJm2vQk8w1yT5hL7cR9aEfGdBo",
  validForMinutes: 60,
} satisfies VerifyRequestProps;
