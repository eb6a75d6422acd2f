import type { Nothing, Stale } from "@/lib/erasure/engine";
import { commerceAndAi } from "./erasure-map/commerce-and-ai";
import { contactRecords } from "./erasure-map/contact-records";
import { deadlines } from "./erasure-map/deadlines";
import { inbound } from "./erasure-map/inbound";
import { ledger } from "./erasure-map/ledger";
import { messaging } from "./erasure-map/messaging";
import { outreach } from "./erasure-map/outreach";
import { people } from "./erasure-map/people";
import { receipts } from "./erasure-map/receipts";
import { recipients } from "./erasure-map/recipients";
import { traces } from "./erasure-map/traces";
import type { VerdictsOn } from "./erasure-map/verdicts-on";
import { workspace } from "./erasure-map/workspace";
import type * as schema from "./schema";

/**
 * The verdict on every table and every column, for every kind of subject.
 *
 * The plan, the purge, its verification, the published policy and the dialog are all derived from
 * this. A table or column that it leaves out does not compile here and fails
 * `erasure-map.test.ts`, which also asks the migrated database.
 */
export const erasureMap = {
  ...people,
  ...workspace,
  ...contactRecords,
  ...messaging,
  ...outreach,
  ...commerceAndAi,
  ...traces,
  ...ledger,
  ...receipts,
  ...inbound,
  ...deadlines,
  ...recipients,
} satisfies VerdictsOn<typeof schema>;

/** Nor does an entry or a verdict that is left over compile. */
export type StaleVerdicts = Nothing<Stale<typeof erasureMap, typeof schema>>;

export { type SubjectKind, subjectKinds } from "./erasure-map/vocabulary";
