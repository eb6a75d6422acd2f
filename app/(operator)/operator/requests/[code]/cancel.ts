"use server";

import { cancelRequest } from "@/lib/erasure";
import { OnRequest } from "@/lib/erasure/desk/schemas";
import { operatorAction } from "@/lib/operator-action";

/** Takes a request back, for whoever asked. */
export const cancel = operatorAction("cancel_request", OnRequest, cancelRequest, {
  isDestructive: true,
});
