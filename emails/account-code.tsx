import { useTranslations } from "next-intl";
import { Layout, type Sender } from "./components/layout";
import { MailedCode } from "./components/mailed-code";
import { Paragraph } from "./components/paragraph";
import { useMinutes } from "./components/use-minutes";

export type AccountCodeProps = {
  sender: Sender;
  purpose: "erase_account" | "change_email";
  code: string;
  validForMinutes: number;
};

/** A code that shows that its reader has this address, now. The subject, read on locked screens, is without it. */
export default function AccountCode({ sender, purpose, code, validForMinutes }: AccountCodeProps) {
  const t = useTranslations("mails.code");
  const minutes = useMinutes();

  return (
    <Layout
      sender={sender}
      heading={t(`${purpose}.heading`)}
      preview={t("preview")}
      because="signedIn"
    >
      <Paragraph>{t(`${purpose}.text`)}</Paragraph>
      <MailedCode code={code} />
      <Paragraph>{t("valid", { span: minutes(validForMinutes) })}</Paragraph>
      <Paragraph>{t(`${purpose}.otherwise`)}</Paragraph>
    </Layout>
  );
}

AccountCode.PreviewProps = {
  sender: { company: "Tidewater", privacyEmail: "privacy@tidewater.example" },
  purpose: "erase_account",
  code: "48201957",
  validForMinutes: 10,
} satisfies AccountCodeProps;
