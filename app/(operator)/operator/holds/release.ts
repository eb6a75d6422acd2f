"use server";

import { releaseHold } from "@/lib/erasure";
import { ReleaseHold } from "@/lib/erasure/desk/schemas";
import { operatorAction } from "@/lib/operator-action";

/** Releases a legal hold; what it stopped goes on by itself. */
export const release = operatorAction("release_hold", ReleaseHold, releaseHold, {
  isDestructive: true,
});
