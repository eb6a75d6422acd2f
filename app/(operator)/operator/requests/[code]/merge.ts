"use server";

import { mergeIntoCode } from "@/lib/erasure";
import { MergeRequests } from "@/lib/erasure/desk/schemas";
import { operatorAction } from "@/lib/operator-action";

/** Closes a request in favour of another that asks for the same. */
export const merge = operatorAction("merge_requests", MergeRequests, mergeIntoCode, {
  isDestructive: true,
});
