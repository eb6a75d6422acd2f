import { actorMay } from "@/lib/authorization/actor-may";
import type { ActorOf, OperatorAct } from "@/lib/authorization/acts";
import type { Actor, ErasureContext } from "./context";
import { ErasureError } from "./errors";

/**
 * Asks the table of acts whether the actor may.
 *
 * @returns the actor, as one of those who may.
 * @throws ErasureError `not_authorised`.
 */
export function assertMay<A extends OperatorAct>(
  { actor }: Pick<ErasureContext, "actor">,
  act: A,
): Extract<Actor, { type: ActorOf<A> }> {
  if (actorMay(act, actor)) return actor;
  throw new ErasureError("not_authorised", `An actor of the kind ${actor.type} may not ${act}.`);
}
