"use server";

import { startNow } from "@/lib/erasure";
import { OnRequest } from "@/lib/erasure/desk/schemas";
import { operatorAction } from "@/lib/operator-action";

/** Has a scheduled request start at once. */
export const start = operatorAction("start_early", OnRequest, startNow, { isDestructive: true });
