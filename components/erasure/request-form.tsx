"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useActionState, useEffect, useRef, useState, useTransition } from "react";
import { useForm } from "react-hook-form";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { Checkbox } from "@/components/ui/checkbox";
import { Field } from "@/components/ui/field";
import { RadioCards } from "@/components/ui/radio-cards";
import { TextInput } from "@/components/ui/text-input";
import { requestFormMessages } from "./messages/request-form-messages";
import type { AskedDetails } from "./request/asked-details";
import { answerNames } from "./request/request-answers";
import { concernCards, requesterCards } from "./request/request-cards";
import { RequestDetails } from "./request/request-details";
import { missingAnswer, requestFormSchema } from "./request/request-form-schema";
import {
  answersIn,
  type RequestFormAction,
  type RequestFormState,
} from "./request/request-form-state";
import { RequestSent } from "./request/request-sent";

type RequestFormProps = {
  action: RequestFormAction;
  /** For how long the link works that the mail brings, in words. */
  linkValidFor: string;
  /** What the policy profile asks for beyond who, what and the address. */
  asked: AskedDetails;
};

/**
 * The public request form.
 *
 * Without JavaScript the browser posts it and the server fills it again; with it, the same schema
 * answers at once and a failed connection loses nothing. The fields that only one concern needs
 * are hidden by style alone, so they are there for everybody.
 */
export function RequestForm({ action, linkValidFor, asked }: RequestFormProps) {
  const [posted, formAction] = useActionState(action, { step: "asking" });
  const [answered, setAnswered] = useState<RequestFormState | null>(null);
  const [hasFailed, setHasFailed] = useState(false);
  const [isSending, startSending] = useTransition();
  const formRef = useRef<HTMLFormElement>(null);

  const state = answered ?? posted;
  const answers = answersIn(state);
  const { register, handleSubmit, setFocus, formState, reset } = useForm({
    defaultValues: answers,
    resolver: zodResolver(requestFormSchema(asked), { error: missingAnswer }),
  });

  const serverErrors = state.step === "refused" ? state.errors : {};
  const firstRefused = answerNames.find((name) => serverErrors[name]);
  useEffect(() => {
    if (firstRefused) setFocus(firstRefused);
  }, [firstRefused, setFocus]);

  if (state.step === "sent") {
    return (
      <RequestSent
        email={state.email}
        linkValidFor={linkValidFor}
        onAgain={() => {
          reset();
          setAnswered({ step: "asking" });
        }}
      />
    );
  }

  const send = handleSubmit(() => {
    const form = formRef.current;
    if (form === null) return;
    setHasFailed(false);
    startSending(async () => {
      try {
        setAnswered(await action(state, new FormData(form)));
      } catch {
        setHasFailed(true);
      }
    });
  });

  const errorOf = (name: (typeof answerNames)[number]) =>
    formState.errors[name]?.message ?? (formState.isSubmitted ? undefined : serverErrors[name]);
  const hasErrors = answerNames.some((name) => errorOf(name));
  const { requester, concern, email, workspaceSlug, businessName } = requestFormMessages;

  return (
    <form ref={formRef} action={formAction} onSubmit={send} noValidate className="grid gap-8">
      {(hasErrors || hasFailed) && (
        <Callout tone="danger" role={hasFailed ? "alert" : undefined}>
          {hasFailed ? requestFormMessages.failed : requestFormMessages.summary}
        </Callout>
      )}
      <RadioCards
        {...register("requester")}
        legend={requester.legend}
        cards={requesterCards}
        defaultValue={answers.requester}
        error={errorOf("requester")}
        autoFocus={firstRefused === "requester"}
      />
      <RadioCards
        {...register("concern")}
        legend={concern.legend}
        cards={concernCards(asked)}
        defaultValue={answers.concern}
        error={errorOf("concern")}
        autoFocus={firstRefused === "concern"}
      />
      <Field
        label={workspaceSlug.label}
        hint={workspaceSlug.hint}
        error={errorOf("workspaceSlug")}
        className="[form:not(:has([name=concern][value=workspace]:checked))_&]:hidden"
      >
        {(control) => (
          <TextInput
            {...register("workspaceSlug")}
            {...control}
            defaultValue={answers.workspaceSlug}
            autoCapitalize="none"
            autoCorrect="off"
            spellCheck={false}
            maxLength={63}
            autoFocus={firstRefused === "workspaceSlug"}
          />
        )}
      </Field>
      <Field
        label={businessName.label}
        hint={businessName.hint}
        error={errorOf("businessName")}
        {...businessNameFor(asked)}
      >
        {(control) => (
          <TextInput
            {...register("businessName")}
            {...control}
            defaultValue={answers.businessName}
            autoComplete="off"
            autoFocus={firstRefused === "businessName"}
          />
        )}
      </Field>
      <RequestDetails
        asked={asked}
        answers={answers}
        register={register}
        errorOf={errorOf}
        firstRefused={firstRefused}
      />
      <Field label={email.label} hint={email.hint} error={errorOf("email")}>
        {(control) => (
          <TextInput
            {...register("email")}
            {...control}
            type="email"
            inputMode="email"
            autoComplete="email"
            autoCapitalize="none"
            spellCheck={false}
            defaultValue={answers.email}
            autoFocus={firstRefused === "email"}
          />
        )}
      </Field>
      <Checkbox
        {...register("statement")}
        label={requestFormMessages.statement}
        defaultChecked={answers.statement}
        error={errorOf("statement")}
        autoFocus={firstRefused === "statement"}
      />
      <div>
        <Button type="submit" isBusy={isSending} className="w-full sm:w-auto">
          {isSending ? requestFormMessages.sending : requestFormMessages.submit}
        </Button>
      </div>
    </form>
  );
}

/** Asked of everybody where the profile says so, else only about a business's customer. */
function businessNameFor({ businessName }: AskedDetails) {
  if (businessName === "required") return {};
  if (businessName === "optional") return { optionalLabel: requestFormMessages.optional };
  return { className: "[form:not(:has([name=concern][value^=customer]:checked))_&]:hidden" };
}
