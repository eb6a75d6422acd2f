"use server";

import { redirect } from "next/navigation";
import { findByIdentifier, readCase } from "@/lib/erasure";
import { SearchText } from "@/lib/erasure/desk/schemas";
import { ConfirmationCode } from "@/lib/erasure/schemas";
import { operatorAction } from "@/lib/operator-action";

/** Finds requests by a code, which leads to its page, or by an identifier, through its digest. */
export const find = operatorAction("read_requests", SearchText, async (ctx, text) => {
  if (ConfirmationCode.safeParse(text).success && (await readCase(ctx, text)) !== null) {
    redirect(`/operator/requests/${text}`);
  }
  return { rows: await findByIdentifier(ctx, text), at: ctx.now() };
});
