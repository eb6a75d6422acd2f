import { type ActorOf, acts, type OperatorAct } from "./acts";

/** Whether the actor of a verb may. */
export function actorMay<A extends OperatorAct, Actor extends { type: string }>(
  act: A,
  actor: Actor,
): actor is Extract<Actor, { type: ActorOf<A> }> {
  return acts[act].may.some((one) => one === actor.type);
}
