import type { erasureRequests } from "@/db/schema";
import type { ErasureRules } from "../context";
import { closedStates } from "../transition";
import type { DeskAct } from "./status";

type Standing = Pick<typeof erasureRequests.$inferSelect, "state" | "extendedAt" | "purgeAfter">;

/**
 * What an operator may try with a request as it stands, in the order in which a desk offers it. Each
 * verb looks for itself again.
 */
export function possibleActs(
  { state, extendedAt, purgeAfter }: Standing,
  rules: Pick<ErasureRules, "extensionDays" | "mayAskForMore" | "graceMayBeCutShort">,
  facts: { hasRun: boolean; isBackingOff: boolean; hasDuplicates: boolean; now: Date },
): DeskAct[] {
  const { hasRun, isBackingOff, hasDuplicates, now } = facts;
  const isOpen = !closedStates.includes(state);
  const isInGrace = purgeAfter !== null && purgeAfter > now;
  const hasBegun = hasRun || state === "purging" || state === "verifying" || state === "failed";
  const may: Record<DeskAct, boolean> = {
    verify_identity: state === "unverified",
    approve: state === "in_review",
    start: state === "scheduled" && (!isInGrace || rules.graceMayBeCutShort),
    retry: state === "failed" || (isBackingOff && isOpen),
    ask: rules.mayAskForMore && !hasBegun && (state === "in_review" || state === "scheduled"),
    extend: isOpen && state !== "unverified" && rules.extensionDays > 0 && extendedAt === null,
    hold: isOpen && state !== "unverified",
    merge: isOpen && !hasBegun && hasDuplicates,
    refuse: !hasBegun && ["in_review", "scheduled", "on_hold"].includes(state),
    cancel: !hasBegun && ["unverified", "in_review", "scheduled", "on_hold"].includes(state),
  };
  return acts.filter((act) => may[act]);
}

const acts: readonly DeskAct[] = [
  "verify_identity",
  "approve",
  "start",
  "retry",
  "ask",
  "extend",
  "hold",
  "merge",
  "refuse",
  "cancel",
];
