import type { ComponentProps } from "react";
import { Field } from "@/components/ui/field";
import { TextInput } from "@/components/ui/text-input";
import { deleteWorkspaceMessages } from "./messages/delete-workspace-messages";

type DeleteWorkspaceSlugProps = ComponentProps<"input"> & {
  slug: string;
  error: string | undefined;
};

const { label, hint } = deleteWorkspaceMessages.slug;

/** Where the workspace's slug is typed back. */
export function DeleteWorkspaceSlug({ slug, error, ...input }: DeleteWorkspaceSlugProps) {
  return (
    <Field
      label={label}
      hint={
        <>
          {hint} <strong className="font-mono text-ink">{slug}</strong>
        </>
      }
      error={error}
    >
      {(control) => (
        <TextInput
          {...control}
          {...input}
          autoComplete="off"
          autoCapitalize="none"
          autoCorrect="off"
          spellCheck={false}
          maxLength={63}
          className="font-mono"
        />
      )}
    </Field>
  );
}
