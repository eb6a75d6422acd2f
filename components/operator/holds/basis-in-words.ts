import { holdBases } from "@/lib/erasure/desk/schemas";
import { deskMessages } from "../messages/desk-messages";

/** A hold's basis as the desk names it; one that was written in other words stays as it is. */
export function basisInWords(basis: string): string {
  const known = holdBases.find((one) => one === basis);

  return known === undefined ? basis : deskMessages.holdBases[known];
}
