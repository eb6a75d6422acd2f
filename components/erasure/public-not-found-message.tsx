import { useTranslations } from "next-intl";
import { ButtonAnchor } from "@/components/ui/button-anchor";
import { MessagePage } from "@/components/ui/message-page";
import { useAddress } from "@/components/words/use-address";

/** Says that an address leads nowhere, the same for whatever reason, and where to go instead. */
export function PublicNotFoundMessage() {
  const t = useTranslations("site.notFound");
  const address = useAddress();

  return (
    <MessagePage
      title={t("title")}
      actions={<ButtonAnchor href={address()}>{t("deletionLabel")}</ButtonAnchor>}
    >
      <p>{t("text")}</p>
    </MessagePage>
  );
}
