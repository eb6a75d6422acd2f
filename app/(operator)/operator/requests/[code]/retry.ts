"use server";

import { retryRun } from "@/lib/erasure";
import { OnRequest } from "@/lib/erasure/desk/schemas";
import { operatorAction } from "@/lib/operator-action";

/** Tries a run that failed again. */
export const retry = operatorAction("retry_request", OnRequest, retryRun);
