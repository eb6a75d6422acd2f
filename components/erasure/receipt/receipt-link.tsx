import { useTranslations } from "next-intl";
import { ButtonAnchor } from "@/components/ui/button-anchor";
import { useAddress } from "@/components/words/use-address";

/** From a completed request to its receipt. */
export function ReceiptLink({ code }: { code: string }) {
  const t = useTranslations("receipt");
  const address = useAddress();

  return (
    <div className="flex flex-wrap items-center gap-x-5 gap-y-3 print:hidden">
      <ButtonAnchor href={address(`/status/${code}/receipt`)} variant="secondary">
        {t("open")}
      </ButtonAnchor>
      <p className="text-ink-muted text-sm">{t("about")}</p>
    </div>
  );
}
