/** One step of a dialogue, as a kind of message. `{placeholders}` are filled in per contact. */
export type Turn =
  | { from: "customer" | "agent"; kind: "text"; text: string }
  | { from: "customer" | "agent"; kind: "media"; caption: string | null; file: MediaFile }
  | { from: "agent"; kind: "template" }
  | { from: "customer" | "agent"; kind: "reaction"; reaction: string };

export type MediaFile = "photo" | "voice" | "document";

/** What a dialogue comes to: a sale, nothing in particular, or a request to stop. */
export type Outcome = "order" | "talk" | "stop";

export type Dialogue = { outcome: Outcome; turns: readonly Turn[] };

export function customer(text: string): Turn {
  return { from: "customer", kind: "text", text };
}

export function agent(text: string): Turn {
  return { from: "agent", kind: "text", text };
}

export function customerSends(file: MediaFile, caption: string | null = null): Turn {
  return { from: "customer", kind: "media", caption, file };
}

export function agentSends(file: MediaFile, caption: string | null = null): Turn {
  return { from: "agent", kind: "media", caption, file };
}

export function customerReacts(reaction: string): Turn {
  return { from: "customer", kind: "reaction", reaction };
}

export const templateMessage: Turn = { from: "agent", kind: "template" };
