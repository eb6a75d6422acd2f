"use server";

import { refuseRequest } from "@/lib/erasure";
import { RefuseRequest } from "@/lib/erasure/desk/schemas";
import { operatorAction } from "@/lib/operator-action";

/** Refuses a request for a typed reason. */
export const refuse = operatorAction("refuse_request", RefuseRequest, refuseRequest, {
  isDestructive: true,
});
