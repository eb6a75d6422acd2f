import type { channelKind } from "@/db/schema";
import type { Business } from "./data/business";
import type { Role } from "./demo-people";
import type { Person } from "./person";
import type { Random } from "./random";
import type { SeededUser, World } from "./world";

export type Member = SeededUser & { role: Role };

export type Connection = {
  id: string;
  kind: (typeof channelKind.enumValues)[number];
  /** The workspace's own id on that channel, as webhooks name it. */
  accountId: string;
};

export type Contact = { id: string; person: Person; phone: string | null; createdAt: Date };

/** One workspace while its history is written: what its rows may refer to. Bounded in size. */
export type Scene = World & {
  index: number;
  workspaceId: string;
  slug: string;
  business: Business;
  openedAt: Date;
  random: Random;
  members: readonly Member[];
  owner: Member;
  /** Of the key that it encrypts with. */
  dataKeyId: string;
  encrypt(plaintext: string, context: string): Promise<string>;
  connections: Connection[];
  tagIds: string[];
  segmentIds: string[];
  attributes: { id: string; values: readonly string[] }[];
  campaigns: { id: string; scheduledAt: Date }[];
  automations: { id: string; trigger: string }[];
  /** The latest contacts, who may write again. */
  regulars: Contact[];
  contactCount: number;
  orderCount: number;
  /** Whose stop requests are on record; no longer than a few hundred. */
  suppressedPhones: Set<string>;
};
