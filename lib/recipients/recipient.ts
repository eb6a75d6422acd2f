import type { RecipientChoices, Tx } from "@/lib/erasure";
import type { Http } from "./http/create-http";
import type { Outcome } from "./outcome";
import type { SecretReader } from "./secret-reader";

/** Credentials and ids that a call needs, by name. Stored sealed, and only until the act has ended. */
export type CallSecret = Readonly<Record<string, string>>;

/** An act on up to a page of targets, before it is written down. */
export type PlannedCall = {
  act: string;
  /** Calls of one chain keep the order of their stages. Any text; what is stored leads nowhere. */
  chain: string;
  /** Chains that share what the group's own chain (the one named like it) destroys. */
  group: string;
  stage: number;
  targets: readonly string[];
  /** What to call with; a code where there is nothing, so that it has failed from the start. */
  secret: CallSecret | { failed: string };
};

/** Whom a run erases, as far as recipients are concerned, and with what to look at it. */
export type PlanScope = {
  tx: Tx;
  subject: { kind: string; keys: Readonly<Record<string, string | string[]>> };
  choices: RecipientChoices;
  secrets: SecretReader;
};

/**
 * Another system that received the data: what to ask of it, and how.
 *
 * A new recipient is one file that makes one of these, and one line in the registry.
 */
export type Recipient = {
  name: string;
  /** What it has of the subject. Reads in pages, and yields in pages: there may be many. */
  plan(scope: PlanScope): AsyncIterable<PlannedCall>;
  /** Each makes one repeatable call for one target. */
  acts: Readonly<
    Record<string, (http: Http, secret: CallSecret, target: string) => Promise<Outcome>>
  >;
};
