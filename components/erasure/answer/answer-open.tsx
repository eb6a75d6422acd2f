import { useTranslations } from "next-intl";
import { MessagePage } from "@/components/ui/message-page";
import type { AnswerFormAction } from "./answer-action";
import { AnswerForm } from "./answer-form";

type AnswerOpenProps = { text: string; token: string; action: AnswerFormAction };

/** A question that is still open, and the box for its answer. */
export function AnswerOpen({ text, token, action }: AnswerOpenProps) {
  const t = useTranslations("answer");

  return (
    <MessagePage eyebrow={t("title")} title={t("open.heading")}>
      <p>{t("open.asked")}</p>
      <blockquote
        dir="auto"
        className="whitespace-pre-line border-line border-s-4 ps-4 text-ink text-lg"
      >
        {text}
      </blockquote>
      <AnswerForm token={token} action={action} />
    </MessagePage>
  );
}
