"use client";

import { Search } from "lucide-react";
import { type ReactNode, useActionState, useId } from "react";
import { Button } from "@/components/ui/button";
import { LiveRegion } from "@/components/ui/live-region";
import { TextInput } from "@/components/ui/text-input";
import type { OperatorResult, QueueRow } from "@/lib/erasure/desk/status";
import { queueMessages } from "./messages/queue-messages";
import { QueueTable } from "./queue-table";

const { search } = queueMessages;

type Found = { rows: QueueRow[]; at: Date };
type Answer = OperatorResult<Found> | null;

/**
 * Finds requests by a code or an identifier. An identifier is posted and answered in place, so that it
 * stands in no address, no history and no log; a code leads to its request.
 */
export function QueueSearch({
  find,
  children,
}: {
  find: (input: string) => Promise<OperatorResult<Found>>;
  children: ReactNode;
}) {
  const hintId = useId();
  const [answer, submit, isPending] = useActionState(
    async (_before: Answer, form: FormData): Promise<Answer> =>
      form.has("clear") ? null : await find(String(form.get("identifier") ?? "")),
    null,
  );
  const rows = answer?.ok ? answer.value.rows : null;
  const fault = answer?.ok === false ? faultOf(answer.code) : null;

  return (
    <>
      <search>
        <form action={submit} className="grid gap-1.5">
          <div className="flex flex-wrap items-center gap-2">
            <span className="relative min-w-0 flex-1 basis-64">
              <Search
                aria-hidden="true"
                className="pointer-events-none absolute inset-s-4 top-1/2 size-4 -translate-y-1/2 text-ink-muted"
              />
              <TextInput
                data-queue-search=""
                name="identifier"
                type="search"
                autoComplete="off"
                spellCheck={false}
                aria-label={search.label}
                aria-describedby={hintId}
                aria-invalid={fault ? true : undefined}
                className="ps-11"
              />
            </span>
            <Button type="submit" variant="secondary" isBusy={isPending}>
              {search.submit}
            </Button>
          </div>
          <p id={hintId} className={fault ? "text-danger text-sm" : "text-ink-muted text-sm"}>
            {fault ?? search.hint}
          </p>
        </form>
      </search>
      <LiveRegion>
        {rows === null ? "" : rows.length === 0 ? search.none : `${search.results}: ${rows.length}`}
      </LiveRegion>
      {rows === null || !answer?.ok ? (
        children
      ) : (
        <section aria-label={search.results} className="grid gap-4">
          <form action={submit}>
            <Button type="submit" name="clear" value="1" variant="quiet" size="compact">
              {search.back}
            </Button>
          </form>
          <QueueTable
            rows={rows}
            caption={search.results}
            emptyText={search.none}
            now={answer.value.at}
          />
        </section>
      )}
    </>
  );
}

function faultOf(code: string): string {
  return code === "invalid_input" ? search.faulty : search.refused;
}
