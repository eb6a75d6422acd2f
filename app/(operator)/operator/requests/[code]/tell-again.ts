"use server";

import { retryRecipients } from "@/lib/erasure";
import { OnRequest } from "@/lib/erasure/desk/schemas";
import { operatorAction } from "@/lib/operator-action";

/** Has those other systems told again that could not be told. */
export const tellAgain = operatorAction("tell_recipients_again", OnRequest, (ctx, { requestId }) =>
  retryRecipients(ctx, requestId),
);
