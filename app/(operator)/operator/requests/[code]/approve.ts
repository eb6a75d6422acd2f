"use server";

import { approveRequest } from "@/lib/erasure";
import { ApproveRequest } from "@/lib/erasure/desk/schemas";
import { operatorAction } from "@/lib/operator-action";

/** Lets a reviewed request go on, for the one that it is about. */
export const approve = operatorAction("approve_request", ApproveRequest, approveRequest, {
  isDestructive: true,
});
