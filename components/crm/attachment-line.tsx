import { FileText, Image, Mic, Video } from "lucide-react";
import type { Attachment } from "@/lib/crm/schemas";
import { fileSize } from "./file-size";

const kinds = {
  image: { icon: Image, name: "Photo" },
  audio: { icon: Mic, name: "Voice note" },
  video: { icon: Video, name: "Video" },
  file: { icon: FileText, name: "Document" },
};

/** What was attached: its kind, name and size. */
export function AttachmentLine({ attachment }: { attachment: Attachment }) {
  const { icon: Icon, name } = kinds[kindOf(attachment.mimeType)];

  return (
    <span className="flex items-center gap-2.5 rounded-lg border border-line bg-surface px-3 py-2 text-ink text-sm">
      <Icon aria-hidden="true" className="size-4.5 shrink-0 text-ink-muted" />
      <span className="min-w-0 truncate">
        {name}
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

function kindOf(mimeType: string): keyof typeof kinds {
  if (mimeType.startsWith("image/")) return "image";
  if (mimeType.startsWith("audio/")) return "audio";
  return mimeType.startsWith("video/") ? "video" : "file";
}
