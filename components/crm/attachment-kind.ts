import type { attachmentMessages } from "./messages/attachment-messages";

export type AttachmentKind = keyof typeof attachmentMessages.kinds;

/** How a file is shown, by the type it came with. */
export function attachmentKind(mimeType: string): AttachmentKind {
  if (mimeType.startsWith("image/")) return "image";
  if (mimeType.startsWith("audio/")) return "audio";
  return mimeType.startsWith("video/") ? "video" : "file";
}
