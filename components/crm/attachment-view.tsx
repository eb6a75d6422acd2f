import type { Attachment } from "@/lib/crm/schemas";
import { attachmentKind } from "./attachment-kind";
import { AttachmentLine } from "./attachment-line";
import { attachmentMessages as text } from "./messages/attachment-messages";

type AttachmentViewProps = {
  attachment: Attachment;
  /** Where this workspace's files are opened. */
  mediaHref: string;
};

/** A photo to see, a voice note to hear, a document to save; a line while its bytes are not there. */
export function AttachmentView({ attachment, mediaHref }: AttachmentViewProps) {
  if (!attachment.isStored) return <AttachmentLine attachment={attachment} />;

  const href = `${mediaHref}/${attachment.id}`;
  const kind = attachmentKind(attachment.mimeType);
  const name = attachment.fileName ?? text.kinds[kind];
  if (kind === "image") {
    return (
      <a href={href} target="_blank" rel="noreferrer" aria-label={text.open(name)}>
        {/* Not next/image: optimised, it would keep copies on disk that no erasure reaches; and it writes an
            inline style, which the page's policy refuses. */}
        {/* biome-ignore lint/performance/noImgElement: see above */}
        <img
          src={href}
          alt={name}
          width={320}
          height={224}
          loading="lazy"
          className="h-56 w-80 max-w-full rounded-lg border border-line bg-sunken object-cover"
        />
      </a>
    );
  }
  if (kind === "audio") {
    return (
      // biome-ignore lint/a11y/useMediaCaption: nobody has written down what a customer said
      <audio controls preload="none" src={href} aria-label={name} className="w-72 max-w-full" />
    );
  }
  if (kind === "video") {
    return (
      // biome-ignore lint/a11y/useMediaCaption: nobody has written down what a customer said
      <video controls preload="none" src={href} aria-label={name} className="w-80 max-w-full" />
    );
  }
  return (
    <a href={href} download aria-label={text.save(name)} className="rounded-lg hover:underline">
      <AttachmentLine attachment={attachment} />
    </a>
  );
}
