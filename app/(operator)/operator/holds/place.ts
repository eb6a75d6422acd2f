"use server";

import { findHoldTarget, placeHold } from "@/lib/erasure";
import { PlaceHold } from "@/lib/erasure/desk/schemas";
import { operatorAction } from "@/lib/operator-action";

/** Places a legal hold on what people know by its name. */
export const place = operatorAction(
  "place_hold",
  PlaceHold,
  async (ctx, { subjectKind, workspace, person, until: expiresAt, ...terms }) => {
    const target = await findHoldTarget(ctx, { subjectKind, workspace, person });
    return await placeHold(ctx, { ...target, ...terms, expiresAt });
  },
);
