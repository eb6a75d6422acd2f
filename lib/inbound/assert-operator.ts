import { type ErasureContext, ErasureError } from "@/lib/erasure";

/** @throws ErasureError `not_authorised` for anybody but an operator. */
export function assertOperator({ actor }: ErasureContext): void {
  if (actor.type === "operator") return;
  throw new ErasureError("not_authorised", "Only an operator may read mail that came in.");
}
