"use server";

import { verifyIdentity } from "@/lib/erasure";
import { OnRequest } from "@/lib/erasure/desk/schemas";
import { operatorAction } from "@/lib/operator-action";

/** Takes a request as verified: people have made sure who asks. */
export const verifyByHand = operatorAction("verify_identity", OnRequest, verifyIdentity);
