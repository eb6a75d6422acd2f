"use client";

import { Field } from "@/components/ui/field";
import { fillMessage } from "@/components/ui/fill-message";
import { formatDate } from "@/components/ui/format-date";
import { Panel } from "@/components/ui/panel";
import { TextInput } from "@/components/ui/text-input";
import type { RunsView } from "@/lib/erasure/desk/status";
import { ActDialog } from "../acts/act-dialog";
import type { ActOf } from "../acts/use-act";
import { deskMessages } from "../messages/desk-messages";
import { runMessages } from "../messages/run-messages";

const { controls: words } = runMessages;

type RunsControlsProps = {
  controls: Pick<RunsView, "pausedAt" | "maxRuns" | "changedBy">;
  pause: ActOf<Record<string, never>>;
  resume: ActOf<{ maxRuns: unknown }>;
  confirmPassword: ActOf<string>;
};

/** The kill switch: stops every purge between two batches, and lets them go on. */
export function RunsControls({ controls, pause, resume, confirmPassword }: RunsControlsProps) {
  const { pausedAt, maxRuns, changedBy } = controls;
  const isPaused = pausedAt !== null;

  return (
    <Panel
      tone={isPaused ? "danger" : "neutral"}
      aria-labelledby="all-purges"
      className="flex flex-wrap items-center justify-between gap-4"
    >
      <div className="grid gap-1">
        <h2 id="all-purges" className="font-semibold text-lg">
          {words.title}
        </h2>
        <p className={isPaused ? "font-medium text-danger" : "text-ink-muted"}>
          {isPaused
            ? fillMessage(words.paused, {
                date: formatDate(pausedAt, "minute"),
                actor: deskMessages.actors[changedBy],
              })
            : fillMessage(words.running, { count: maxRuns })}
        </p>
      </div>
      {isPaused ? (
        <ActDialog
          key="resume"
          words={words.resume}
          look="primary"
          act={resume}
          confirmPassword={confirmPassword}
          inputOf={(form) => ({ maxRuns: form.get("maxRuns") })}
        >
          {(faults) => (
            <Field label={words.maxRuns} hint={words.maxRunsHint} error={faults.maxRuns}>
              {(control) => (
                <TextInput
                  {...control}
                  name="maxRuns"
                  type="number"
                  min={1}
                  max={100}
                  defaultValue={maxRuns}
                />
              )}
            </Field>
          )}
        </ActDialog>
      ) : (
        <ActDialog
          key="pause"
          words={words.pause}
          look="danger"
          act={pause}
          confirmPassword={confirmPassword}
          inputOf={() => ({})}
        />
      )}
    </Panel>
  );
}
