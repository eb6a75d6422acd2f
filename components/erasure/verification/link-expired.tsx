import { useTranslations } from "next-intl";
import { MessagePage } from "@/components/ui/message-page";
import { TokenForm, type TokenFormAction } from "./token-form";

/** A link that came too late: a fresh one goes to the same address. */
export function LinkExpired({ token, action }: { token: string; action: TokenFormAction }) {
  const t = useTranslations("verification");

  return (
    <MessagePage
      eyebrow={t("title")}
      title={t("expired.heading")}
      actions={
        <TokenForm
          token={token}
          action={action}
          label={t("expired.button")}
          busyLabel={t("expired.sending")}
        />
      }
    >
      <p>{t("expired.text")}</p>
    </MessagePage>
  );
}
