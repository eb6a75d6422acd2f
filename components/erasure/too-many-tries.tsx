import { useTranslations } from "next-intl";
import { MessagePage } from "@/components/ui/message-page";

/** Said to a client that tried more than one should, in place of what it asked for. */
export function TooManyTries() {
  const t = useTranslations("site.tooMany");

  return (
    <MessagePage title={t("title")}>
      <p>{t("text")}</p>
    </MessagePage>
  );
}
