import { useTranslations } from "next-intl";
import { ButtonAnchor } from "@/components/ui/button-anchor";
import { MessagePage } from "@/components/ui/message-page";
import { useAddress } from "@/components/words/use-address";

/** A request that was taken back before, or has begun. */
export function CancelOver({ confirmationCode }: { confirmationCode: string }) {
  const t = useTranslations("cancellation");
  const address = useAddress();

  return (
    <MessagePage
      eyebrow={t("title")}
      title={t("over.heading")}
      actions={
        <ButtonAnchor href={address(`/status/${confirmationCode}`)}>
          {t("over.button")}
        </ButtonAnchor>
      }
    >
      <p>{t("over.text")}</p>
    </MessagePage>
  );
}
