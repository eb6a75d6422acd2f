import "server-only";
import { requireOperator } from "@/lib/auth/require-operator";
import type { ErasureContext } from "@/lib/erasure";
import { erasureContext } from "@/lib/erasure-context";

/** Asks for an operator, and gives what the desk's verbs need in their name. */
export async function deskContext(page: string): Promise<ErasureContext> {
  const { id: userId } = await requireOperator(page);

  return erasureContext({ type: "operator", userId });
}
