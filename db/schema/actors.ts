import { pgEnum } from "drizzle-orm/pg-core";

/** Who acted, without saying which one. */
export const actorKind = pgEnum("actor_kind", [
  "owner",
  "admin",
  "agent",
  "requester",
  "meta",
  "operator",
  "system",
]);
