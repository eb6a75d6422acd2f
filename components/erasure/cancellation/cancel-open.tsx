import { useTranslations } from "next-intl";
import { MessagePage } from "@/components/ui/message-page";
import { Moment } from "@/components/words/moment";
import type { SubjectKind } from "@/lib/erasure/status";
import { TokenForm, type TokenFormAction } from "../verification/token-form";

type CancelOpenProps = {
  subjectKind: SubjectKind;
  purgeAfter: Date | null;
  token: string;
  action: TokenFormAction;
};

/** A request that can still be taken back, and the button that does. */
export function CancelOpen({ subjectKind, purgeAfter, token, action }: CancelOpenProps) {
  const t = useTranslations("cancellation");

  return (
    <MessagePage
      eyebrow={t("title")}
      title={t("open.heading")}
      actions={
        <TokenForm
          token={token}
          action={action}
          label={t("open.button")}
          busyLabel={t("open.sending")}
        />
      }
    >
      <p className="text-ink">
        {t(`open.subjects.${subjectKind}`)}{" "}
        {purgeAfter && t.rich("open.notBefore", { time: () => <Moment value={purgeAfter} /> })}
      </p>
      <p>{t("open.text")}</p>
    </MessagePage>
  );
}
