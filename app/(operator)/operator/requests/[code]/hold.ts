"use server";

import { holdRequest } from "@/lib/erasure";
import { PlaceHoldOnRequest } from "@/lib/erasure/desk/schemas";
import { operatorAction } from "@/lib/operator-action";

/** Places a legal hold on whom a request is about. */
export const hold = operatorAction(
  "place_hold",
  PlaceHoldOnRequest,
  async (ctx, { until: expiresAt, ...hold }) => await holdRequest(ctx, { ...hold, expiresAt }),
);
