import type { Actor } from "./context";

/** What a record keeps of an actor: the kind, never which one. */
export function actorKindOf(actor: Actor): Actor["type"] {
  return actor.type;
}
