import { useTranslations } from "next-intl";
import { ButtonAnchor } from "@/components/ui/button-anchor";
import { MessagePage } from "@/components/ui/message-page";
import { useAddress } from "@/components/words/use-address";
import { useSpan } from "@/components/words/use-span";

/** After asking for a fresh link; the same whether or not one could be sent. */
export function LinkResent({ validMinutes }: { validMinutes: number }) {
  const t = useTranslations("verification");
  const address = useAddress();
  const span = useSpan();

  return (
    <MessagePage
      eyebrow={t("title")}
      title={t("resent.heading")}
      actions={
        <ButtonAnchor href={address("#request")} variant="secondary">
          {t("resent.button")}
        </ButtonAnchor>
      }
    >
      <p>{t("resent.text", { span: span(validMinutes, "minute") })}</p>
      <p className="text-base">{t("resent.missing")}</p>
    </MessagePage>
  );
}
