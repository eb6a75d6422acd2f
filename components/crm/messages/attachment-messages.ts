/** What the inbox calls what came with a message. */
export const attachmentMessages = {
  kinds: { image: "Photo", audio: "Voice note", video: "Video", file: "Document" },
  open: (name: string) => `${name}: open in full size`,
  save: (name: string) => `${name}: save`,
} as const;
