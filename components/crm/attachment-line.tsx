import { FileText, Image, Mic, Video } from "lucide-react";
import type { Attachment } from "@/lib/crm/schemas";
import { attachmentKind } from "./attachment-kind";
import { fileSize } from "./file-size";
import { attachmentMessages as text } from "./messages/attachment-messages";

const icons = { image: Image, audio: Mic, video: Video, file: FileText };

/** What was attached: its kind, name and size. */
export function AttachmentLine({ attachment }: { attachment: Attachment }) {
  const kind = attachmentKind(attachment.mimeType);
  const Icon = icons[kind];

  return (
    <span className="flex items-center gap-2.5 rounded-lg border border-line bg-surface px-3 py-2 text-ink text-sm">
      <Icon aria-hidden="true" className="size-4.5 shrink-0 text-ink-muted" />
      <span className="min-w-0 truncate">
        {text.kinds[kind]}
        {attachment.fileName && (
          <>
            : <bdi>{attachment.fileName}</bdi>
          </>
        )}
      </span>
      <span className="ms-auto shrink-0 text-ink-muted">{fileSize(attachment.sizeBytes)}</span>
    </span>
  );
}
