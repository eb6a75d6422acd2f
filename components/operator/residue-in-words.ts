import { fillMessage } from "@/components/ui/fill-message";
import { formatCount } from "@/components/ui/format-count";
import type { ResiduePlace } from "@/lib/erasure/desk/status";
import { caseMessages } from "./messages/case-messages";

/** Where something was left, and how much: a place, never a value. */
export function residueInWords({ table, column, rows }: ResiduePlace): string {
  const place = column === null ? table : `${table}.${column}`;
  return fillMessage(caseMessages.run.residue, { rows: formatCount(rows), place });
}
