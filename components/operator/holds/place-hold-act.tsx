"use client";

import { useState } from "react";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import { TextInput } from "@/components/ui/text-input";
import { ActDialog } from "../acts/act-dialog";
import { answerIn } from "../acts/answer-in";
import type { HoldTerms } from "../acts/case-actions";
import { HoldFields, holdTerms } from "../acts/hold-fields";
import type { ActOf } from "../acts/use-act";
import { actMessages } from "../messages/act-messages";
import { holdMessages } from "../messages/hold-messages";

export type NewHold = HoldTerms & { subjectKind: string; workspace: string; person: string };

type PlaceHoldActProps = {
  categories: Readonly<Record<string, string>>;
  place: ActOf<NewHold>;
  confirmPassword: ActOf<string>;
};

/** Places a hold on a workspace, an account or a contact, by how people know it. */
export function PlaceHoldAct({ categories, place, confirmPassword }: PlaceHoldActProps) {
  const [kind, setKind] = useState("workspace");

  return (
    <ActDialog
      words={{ ...actMessages.acts.hold, button: holdMessages.place }}
      look="primary"
      act={place}
      confirmPassword={confirmPassword}
      inputOf={(form) => ({
        ...holdTerms(form),
        subjectKind: answerIn(form, "subjectKind"),
        workspace: answerIn(form, "workspace"),
        person: answerIn(form, "person"),
      })}
    >
      {(faults) => (
        <>
          <Field label={holdMessages.on} error={faults.subjectKind}>
            {(control) => (
              <Select
                {...control}
                name="subjectKind"
                value={kind}
                onChange={(event) => setKind(event.currentTarget.value)}
              >
                {Object.entries(holdMessages.kinds).map(([key, title]) => (
                  <option key={key} value={key}>
                    {title}
                  </option>
                ))}
              </Select>
            )}
          </Field>
          {kind !== "account" && (
            <Field
              label={holdMessages.workspace}
              hint={holdMessages.workspaceHint}
              error={faults.workspace}
            >
              {(control) => (
                <TextInput
                  {...control}
                  name="workspace"
                  autoCapitalize="none"
                  autoComplete="off"
                  spellCheck={false}
                  maxLength={63}
                />
              )}
            </Field>
          )}
          {kind !== "workspace" && (
            <Field label={holdMessages.person} hint={holdMessages.personHint} error={faults.person}>
              {(control) => (
                <TextInput
                  {...control}
                  name="person"
                  autoComplete="off"
                  spellCheck={false}
                  maxLength={254}
                />
              )}
            </Field>
          )}
          <HoldFields categories={categories} faults={faults} />
        </>
      )}
    </ActDialog>
  );
}
