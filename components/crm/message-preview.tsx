import type { LastMessage } from "@/lib/crm/schemas";

/** A message in one line, as a list of conversations shows it. */
export function MessagePreview({ message }: { message: LastMessage }) {
  return (
    <>
      {message.direction === "outbound" && "You: "}
      <bdi>{gistOf(message)}</bdi>
    </>
  );
}

function gistOf({ kind, body, reaction }: LastMessage): string {
  if (kind === "reaction") return reaction ? `Reacted with ${reaction}` : "Took a reaction back";
  if (body) return body;
  return kind === "media" ? "Media" : "Template message";
}
