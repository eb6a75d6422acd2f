"use server";

import { askRequester } from "@/lib/erasure";
import { AskRequester } from "@/lib/erasure/desk/schemas";
import { operatorAction } from "@/lib/operator-action";

/** Asks the requester for more, by mail. */
export const ask = operatorAction("ask_requester", AskRequester, askRequester);
