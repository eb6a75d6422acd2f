"use server";

import { z } from "zod";
import { sendErasureCode as send } from "@/lib/account/send-erasure-code";
import { accountAction } from "@/lib/account-action";
import { accountContext } from "./account-context";

/** Mails whoever is signed in without a password a code to delete their account with. */
export const sendErasureCode = accountAction(z.strictObject({}), async ({ id: userId }) => {
  await send(accountContext(), { userId });
});
