"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { TextArea } from "@/components/ui/text-area";
import type { AnswerFormAction } from "./answer-action";

/** The answer to a question, posted with the link's secret. Works without JavaScript. */
export function AnswerForm({ token, action }: { token: string; action: AnswerFormAction }) {
  const t = useTranslations("answer.open");
  const [state, formAction, isSending] = useActionState(action, { fault: null, answer: "" });

  return (
    <form action={formAction} className="grid gap-6">
      <input type="hidden" name="token" value={token} />
      <Field
        label={t("label")}
        hint={t("hint")}
        error={state.fault === null ? undefined : t(state.fault)}
      >
        {(control) => (
          <TextArea
            {...control}
            name="answer"
            rows={6}
            maxLength={2_000}
            dir="auto"
            defaultValue={state.answer}
          />
        )}
      </Field>
      <div>
        <Button type="submit" isBusy={isSending}>
          {t(isSending ? "sending" : "button")}
        </Button>
      </div>
    </form>
  );
}
