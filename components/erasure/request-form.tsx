"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useTranslations } from "next-intl";
import { useActionState, useEffect, useRef, useState, useTransition } from "react";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { Checkbox } from "@/components/ui/checkbox";
import { Field } from "@/components/ui/field";
import { RadioCards } from "@/components/ui/radio-cards";
import { TextInput } from "@/components/ui/text-input";
import { useForm } from "@/components/ui/use-form";
import { isolated } from "@/components/words/isolated";
import { proofMaxBytes } from "@/lib/proofs/schemas";
import type { AskedDetails } from "./request/asked-details";
import { Challenge, type Challenged } from "./request/challenge";
import { readFault } from "./request/faults";
import { MachineTrap } from "./request/machine-trap";
import { ProofField } from "./request/proof-field";
import { type AnswerName, answerNames } from "./request/request-answers";
import { RequestDetails } from "./request/request-details";
import { missingAnswer, requestFormSchema } from "./request/request-form-schema";
import {
  answersIn,
  type RequestFormAction,
  type RequestFormState,
} from "./request/request-form-state";
import { RequestSent } from "./request/request-sent";
import { useRequestCards } from "./request/use-request-cards";

type RequestFormProps = {
  action: RequestFormAction;
  /** For how long the link works that the mail brings, in words. */
  linkValidFor: string;
  /** What the policy profile asks for beyond who, what and the address. */
  asked: AskedDetails;
  /** Whether who asks for another may hand in a proof. */
  takesProof: boolean;
  /** Where programs are kept out by a challenge. */
  challenge: Challenged | null;
};

/**
 * The public request form.
 *
 * Without JavaScript the browser posts it and the server fills it again; with it, the same schema
 * answers at once and a failed connection loses nothing. The fields that only one concern needs
 * are hidden by style alone, so they are there for everybody.
 */
export function RequestForm({
  action,
  linkValidFor,
  asked,
  takesProof,
  challenge,
}: RequestFormProps) {
  const t = useTranslations("form");
  const cards = useRequestCards(asked);
  const [posted, formAction] = useActionState(action, { step: "asking" });
  const [answered, setAnswered] = useState<RequestFormState | null>(null);
  const [hasFailed, setHasFailed] = useState(false);
  const [tries, setTries] = useState(0);
  const [isProofTooLarge, setIsProofTooLarge] = useState(false);
  const [isSending, startSending] = useTransition();
  const formRef = useRef<HTMLFormElement>(null);

  const state = answered ?? posted;
  const answers = answersIn(state);
  const { register, handleSubmit, setFocus, formState, reset } = useForm({
    defaultValues: answers,
    resolver: zodResolver(requestFormSchema(asked), { error: missingAnswer }),
  });

  const obstacle = state.step === "refused" ? state.obstacle : undefined;
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
    if (formRef.current === null) return;
    setHasFailed(false);
    const form = new FormData(formRef.current);
    const proof = form.get("proof");
    const isTooLarge = proof instanceof File && proof.size > proofMaxBytes;
    setIsProofTooLarge(isTooLarge);
    if (isTooLarge) return;
    startSending(async () => {
      try {
        setAnswered(await action(state, form));
      } catch {
        setHasFailed(true);
      }
      setTries((so) => so + 1);
    });
  });

  const errorOf = (name: AnswerName) => {
    const found = formState.errors[name]?.message;
    const fault = found ? readFault(found) : formState.isSubmitted ? undefined : serverErrors[name];
    return fault && t(`faults.${fault}`);
  };
  const proofFault = isProofTooLarge ? "proof_too_large" : serverErrors.proof;
  const faulty = answerNames.filter((name) => errorOf(name));

  return (
    <form ref={formRef} action={formAction} onSubmit={send} noValidate className="grid gap-8">
      {hasFailed && (
        <Callout tone="danger" role="alert">
          {t("failed")}
        </Callout>
      )}
      {obstacle && !isSending && (
        <Callout tone="danger" role="alert">
          {t.rich(`obstacles.${obstacle}`, {
            email: challenge?.address ?? "",
            id: isolated,
          })}
        </Callout>
      )}
      <MachineTrap key={obstacle ?? "none"} />
      {faulty.length > 0 && (
        <Callout tone="danger" title={t("summary", { count: faulty.length })}>
          <ul className="grid gap-1">
            {faulty.map((name) => (
              <li key={name}>
                <a href={`#${idOf(name)}`}>{errorOf(name)}</a>
              </li>
            ))}
          </ul>
        </Callout>
      )}
      <RadioCards
        {...register("requester")}
        legend={t("requester.legend")}
        cards={cards.requesters}
        defaultValue={answers.requester}
        error={errorOf("requester")}
        firstId={idOf("requester")}
        autoFocus={firstRefused === "requester"}
      />
      <RadioCards
        {...register("concern")}
        legend={t("concern.legend")}
        cards={cards.concerns}
        defaultValue={answers.concern}
        error={errorOf("concern")}
        firstId={idOf("concern")}
        autoFocus={firstRefused === "concern"}
      />
      <Field
        label={t("fields.workspaceSlug.label")}
        hint={t("fields.workspaceSlug.hint")}
        error={errorOf("workspaceSlug")}
        id={idOf("workspaceSlug")}
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
        label={t("fields.businessName.label")}
        hint={t("fields.businessName.hint")}
        error={errorOf("businessName")}
        id={idOf("businessName")}
        {...businessNameFor(asked, t("optional"))}
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
      {takesProof && <ProofField error={proofFault && t(`faults.${proofFault}`)} />}
      <Field
        label={t("fields.email.label")}
        hint={t("fields.email.hint")}
        error={errorOf("email")}
        id={idOf("email")}
      >
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
        label={t("statement")}
        defaultChecked={answers.statement}
        error={errorOf("statement")}
        id={idOf("statement")}
        autoFocus={firstRefused === "statement"}
      />
      {challenge && <Challenge key={tries} {...challenge} />}
      <div>
        <Button type="submit" isBusy={isSending} className="w-full sm:w-auto">
          {t(isSending ? "sending" : "submit")}
        </Button>
      </div>
    </form>
  );
}

/** Where the summary of what is missing leads. */
function idOf(name: AnswerName): string {
  return `request-${name}`;
}

/** Asked of everybody where the profile says so, else only about a business's customer. */
function businessNameFor({ businessName }: AskedDetails, optionalLabel: string) {
  if (businessName === "required") return {};
  if (businessName === "optional") return { optionalLabel };
  return { className: "[form:not(:has([name=concern][value^=customer]:checked))_&]:hidden" };
}
