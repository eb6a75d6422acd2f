import { fillMessage } from "@/components/ui/fill-message";
import { formatCount } from "@/components/ui/format-count";
import { formatDate } from "@/components/ui/format-date";
import type { CaseProof } from "@/lib/erasure/desk/status";
import { caseMessages } from "../messages/case-messages";

const { proof: words } = caseMessages;

/** The files that came with a request. Each is handed out as a download, never shown in the page. */
export function CaseProofs({ code, proofs }: { code: string; proofs: readonly CaseProof[] }) {
  return (
    <ul className="grid gap-2">
      {proofs.map(({ id, mimeType, sizeBytes, createdAt }) => (
        <li key={id} className="flex flex-wrap items-baseline gap-x-3">
          <a
            href={`/operator/requests/${code}/proofs/${id}`}
            download
            className="inline-flex min-h-11 items-center text-accent underline underline-offset-4"
          >
            {fillMessage(words.download, { type: mimeType })}
          </a>
          <span className="text-ink-muted text-sm">
            {fillMessage(words.size, {
              kilobytes: formatCount(Math.ceil((sizeBytes ?? 0) / 1024)),
              date: formatDate(createdAt, "minute"),
            })}
          </span>
        </li>
      ))}
    </ul>
  );
}
