import { useTranslations } from "next-intl";
import { ButtonAnchor } from "@/components/ui/button-anchor";
import { MessagePage } from "@/components/ui/message-page";
import { useAddress } from "@/components/words/use-address";

/** A link that has done its work: where the request stands now. */
export function LinkUsed({ confirmationCode }: { confirmationCode: string }) {
  const t = useTranslations("verification");
  const address = useAddress();

  return (
    <MessagePage
      eyebrow={t("title")}
      title={t("used.heading")}
      actions={
        <ButtonAnchor href={address(`/status/${confirmationCode}`)}>
          {t("used.button")}
        </ButtonAnchor>
      }
    >
      <p>{t("used.text")}</p>
    </MessagePage>
  );
}
