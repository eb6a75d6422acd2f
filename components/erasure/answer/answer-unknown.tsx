import { useTranslations } from "next-intl";
import { ButtonAnchor } from "@/components/ui/button-anchor";
import { MessagePage } from "@/components/ui/message-page";
import { useAddress } from "@/components/words/use-address";

/** A link that is damaged, forged or none at all. */
export function AnswerUnknown() {
  const t = useTranslations("answer");
  const address = useAddress();

  return (
    <MessagePage
      eyebrow={t("title")}
      title={t("unknown.heading")}
      actions={<ButtonAnchor href={address()}>{t("unknown.button")}</ButtonAnchor>}
    >
      <p>{t("unknown.text")}</p>
    </MessagePage>
  );
}
