import { ActForm } from "@/components/crm/act-form";
import { fileSize } from "@/components/crm/file-size";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { ButtonAnchor } from "@/components/ui/button-anchor";
import { DateTime } from "@/components/ui/date-time";
import { fillMessage } from "@/components/ui/fill-message";
import { formatDate } from "@/components/ui/format-date";
import { Progress } from "@/components/ui/progress";
import type { ExportStatus } from "@/lib/exports/status";
import { exportMessages } from "./messages/export-messages";

type ExportItemProps = {
  export: ExportStatus;
  isBusy: boolean;
  onEnd: () => void;
  /** What a browser without scripts posts `fields` to. */
  endByPost: (form: FormData) => void;
  fields: Readonly<Record<string, string>>;
};

const messages = exportMessages.list;

export function ExportItem(props: ExportItemProps) {
  const { export: one, isBusy, onEnd, endByPost, fields } = props;
  const { state, share, href, expiresAt, sizeBytes } = one;
  const isUnderWay = state === "waiting" || state === "running";
  const percent = Math.floor((share ?? 0) * 100);
  const date = formatDate(one.createdAt);

  return (
    <li className="grid gap-3 py-4">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <div className="min-w-0 flex-1 basis-56">
          <p className="font-medium">
            {messages.from} <DateTime value={one.createdAt} />
          </p>
          <p className="text-ink-muted text-sm">
            {[
              sizeBytes === null ? null : fileSize(sizeBytes),
              one.includesMedia ? messages.withMedia : null,
            ]
              .filter((part) => part !== null)
              .join(", ")}
          </p>
          {href && expiresAt && (
            <p className="text-ink-muted text-sm">
              {messages.until} <DateTime value={expiresAt} />
            </p>
          )}
        </div>
        <Badge>{messages.states[state]}</Badge>
        {href && (
          <ButtonAnchor
            href={href}
            size="compact"
            aria-label={fillMessage(messages.downloadLabel, { date })}
          >
            {messages.download}
          </ButtonAnchor>
        )}
        <ActForm action={endByPost} fields={fields} onAct={onEnd}>
          <Button
            type="submit"
            variant="secondary"
            size="compact"
            disabled={isBusy}
            aria-label={fillMessage(isUnderWay ? messages.cancelLabel : messages.removeLabel, {
              date,
            })}
          >
            {isUnderWay ? messages.cancel : messages.remove}
          </Button>
        </ActForm>
      </div>
      {isUnderWay && (
        <Progress
          label={share === null ? messages.waiting : messages.progress}
          value={percent}
          max={100}
          valueText={fillMessage(messages.percent, { percent: String(percent) })}
        />
      )}
      {state === "failed" && <p className="text-danger text-sm">{messages.failed}</p>}
      {one.erasesWorkspace && <p className="text-sm text-warning">{erasureInWords(one)}</p>}
    </li>
  );
}

function erasureInWords({ state, erasureRefusal }: ExportStatus): string {
  if (state === "failed" || erasureRefusal !== null) return messages.erasureNotStarted;
  return state === "ready" ? messages.erasureFollows : messages.erasesAfter;
}
