"use server";

import { steerPurges } from "@/lib/erasure";
import { NoInput } from "@/lib/erasure/desk/schemas";
import { operatorAction } from "@/lib/operator-action";

/** Stops every purge between two batches. */
export const pause = operatorAction("steer_purges", NoInput, (ctx) =>
  steerPurges(ctx, { isPaused: true }),
);
