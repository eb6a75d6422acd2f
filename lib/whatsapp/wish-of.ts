import { z } from "zod";
import { resumeWords, stopWords } from "./stop-words";
import type { InboundMessage } from "./webhook-payload";

/** To be written to no more, or again. */
export type Wish = "stop" | "resume";

/** A button of a template or of a message that somebody pressed. */
const Pressed = z.union([
  z.object({ button: z.object({ text: z.string() }) }).transform(({ button }) => button.text),
  z
    .object({ interactive: z.object({ button_reply: z.object({ title: z.string() }) }) })
    .transform(({ interactive }) => interactive.button_reply.title),
]);

/**
 * What a message wishes, with the word for it; null for every other message.
 *
 * The word has to be all of it: who writes "please stop by at noon" is on their way. In a group people
 * speak to each other.
 */
export function wishOf(message: InboundMessage): { wish: Wish; word: string } | null {
  if (message.group_id !== undefined) return null;
  const text = message.type === "text" ? message.text?.body : Pressed.safeParse(message).data;
  if (text === undefined || text.length > 60) return null;
  const word = text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/\s+/g, " ")
    .replace(/^[\s\p{P}\p{S}]+|[\s\p{P}\p{S}]+$/gu, "");
  if (stopWords.has(word)) return { wish: "stop", word };
  return resumeWords.has(word) ? { wish: "resume", word } : null;
}
