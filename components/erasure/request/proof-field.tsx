import { useTranslations } from "next-intl";
import { Field } from "@/components/ui/field";
import { TextInput } from "@/components/ui/text-input";
import { proofTypes } from "@/lib/proofs/schemas";

/** Where somebody who asks for another hands in what shows that they may. Hidden by style alone. */
export function ProofField({ error }: { error: string | undefined }) {
  const t = useTranslations("form");

  return (
    <Field
      label={t("fields.proof.label")}
      hint={t("fields.proof.hint")}
      error={error}
      id="request-proof"
      optionalLabel={t("optional")}
      className="[form:not(:has([name=requester][value=representative]:checked))_&]:hidden"
    >
      {(control) => (
        <TextInput
          {...control}
          name="proof"
          type="file"
          accept={proofTypes.join(",")}
          className="file:me-4 file:border-0 file:bg-transparent file:font-medium file:text-accent"
        />
      )}
    </Field>
  );
}
