import { useTranslations } from "next-intl";
import { ButtonAnchor } from "@/components/ui/button-anchor";
import { useAddress } from "@/components/words/use-address";

/** The ways to keep a receipt, and where it can be checked. Not for paper. */
export function ReceiptSaving({ code }: { code: string }) {
  const t = useTranslations("receipt");
  const address = useAddress();
  const file = `/api/data-deletion/${code}/receipt`;

  return (
    <div className="mb-10 flex flex-wrap gap-3 print:hidden">
      <ButtonAnchor href={file} download>
        {t("saveSigned")}
      </ButtonAnchor>
      <ButtonAnchor href={`${file}?as=json`} download variant="secondary">
        {t("save")}
      </ButtonAnchor>
      <ButtonAnchor href={address("/receipt")} variant="quiet">
        {t("toCheck")}
      </ButtonAnchor>
    </div>
  );
}
