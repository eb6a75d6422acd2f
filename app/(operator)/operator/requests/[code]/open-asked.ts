"use server";

import { openDetails } from "@/lib/erasure";
import { OnRequest } from "@/lib/erasure/desk/schemas";
import { operatorAction } from "@/lib/operator-action";

/** Opens what was asked; that is written down. */
export const openAsked = operatorAction("open_request", OnRequest, openDetails);
