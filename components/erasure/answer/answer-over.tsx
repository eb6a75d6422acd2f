import { useTranslations } from "next-intl";
import { ButtonAnchor } from "@/components/ui/button-anchor";
import { MessagePage } from "@/components/ui/message-page";
import { useAddress } from "@/components/words/use-address";

type AnswerOverProps = { state: "answered" | "expired" | "closed"; confirmationCode: string };

/** A question that is answered, too old, or of a request that has ended. */
export function AnswerOver({ state, confirmationCode }: AnswerOverProps) {
  const t = useTranslations("answer");
  const address = useAddress();

  return (
    <MessagePage
      eyebrow={t("title")}
      title={t(`${state}.heading`)}
      actions={
        <ButtonAnchor href={address(`/status/${confirmationCode}`)}>{t("status")}</ButtonAnchor>
      }
    >
      <p>{t(`${state}.text`)}</p>
    </MessagePage>
  );
}
