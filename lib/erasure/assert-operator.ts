import type { ErasureContext } from "./context";
import { ErasureError } from "./errors";

/**
 * What only staff may do.
 *
 * @param act what it is, for the refusal.
 * @throws ErasureError `not_authorised` for anybody but an operator.
 */
export function assertOperator(
  { actor }: Pick<ErasureContext, "actor">,
  act: string,
): { userId: string } {
  if (actor.type === "operator") return actor;
  throw new ErasureError("not_authorised", `Only an operator may ${act}.`);
}
