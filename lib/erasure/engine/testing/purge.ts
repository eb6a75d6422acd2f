import type { Subject } from "../map";
import { makePlan, type Plan } from "../plan";
import type { Executor, Transactor } from "../statements";
import { purgedAt } from "./outcome";
import { type Purge, type PurgeOptions, purgePlan } from "./purge-plan";
import * as shop from "./shop";
import { shopMap } from "./shop-map";

export function shopPlan(subject: Subject): Plan {
  return makePlan(shop, shopMap, subject);
}

/** Purges a subject from the shop platform. */
export async function purge<TTx extends Executor>(
  database: Transactor<TTx> & Executor,
  subject: Subject,
  options: Omit<PurgeOptions, "now">,
): Promise<Purge> {
  return await purgePlan(database, shopPlan(subject), { ...options, now: new Date(purgedAt) });
}
