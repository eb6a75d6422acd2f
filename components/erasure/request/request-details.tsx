import { useTranslations } from "next-intl";
import type { UseFormRegister } from "react-hook-form";
import { Field } from "@/components/ui/field";
import { TextArea } from "@/components/ui/text-area";
import { TextInput } from "@/components/ui/text-input";
import type { AskedDetails } from "./asked-details";
import type { RequestAnswers } from "./request-answers";

/** How each is typed, and for which concern it is hidden by style alone. */
const details = [
  {
    name: "organization",
    className: "[form:has([name=concern][value^=customer]:checked)_&]:hidden",
  },
  {
    name: "metaUserId",
    inputMode: "numeric",
    className: "[form:not(:has([name=concern][value^=meta]:checked))_&]:hidden",
  },
  { name: "fullName", autoComplete: "name" },
  { name: "whatsappNumber", inputMode: "tel", autoComplete: "tel" },
  { name: "metaBusinessAccountId", inputMode: "numeric" },
  { name: "description", isLong: true },
] as const satisfies DetailField[];

type DetailField = {
  name: Exclude<keyof AskedDetails, "businessName">;
  inputMode?: "numeric" | "tel";
  autoComplete?: string;
  className?: string;
  isLong?: true;
};

type RequestDetailsProps = {
  asked: AskedDetails;
  answers: RequestAnswers;
  register: UseFormRegister<RequestAnswers>;
  errorOf: (name: DetailField["name"]) => string | undefined;
  /** The first answer that the server sent back. */
  firstRefused: string | undefined;
};

/** The fields that the policy profile adds to the form. */
export function RequestDetails(props: RequestDetailsProps) {
  return details
    .filter(({ name }) => props.asked[name] !== undefined)
    .map((detail) => <RequestDetail key={detail.name} {...props} detail={detail} />);
}

function RequestDetail({
  asked,
  answers,
  register,
  errorOf,
  firstRefused,
  detail,
}: RequestDetailsProps & { detail: DetailField }) {
  const { name, isLong, className, ...input } = detail;
  const t = useTranslations("form");
  const isOptional = asked[name] === "optional" && name !== "metaUserId";
  const Box = isLong ? TextArea : TextInput;

  return (
    <Field
      label={t(`fields.${name}.label`)}
      hint={t(`fields.${name}.hint`)}
      error={errorOf(name)}
      id={`request-${name}`}
      {...(isOptional ? { optionalLabel: t("optional") } : {})}
      {...(className === undefined ? {} : { className })}
    >
      {(control) => (
        <Box
          {...register(name)}
          {...control}
          {...input}
          defaultValue={answers[name]}
          autoFocus={firstRefused === name}
        />
      )}
    </Field>
  );
}
