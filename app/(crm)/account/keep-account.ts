"use server";

import { z } from "zod";
import { accountAction } from "@/lib/account-action";
import { keepAccount as keep } from "@/lib/erasure";
import { accountContext } from "./account-context";

/** Takes back the deletion of the account of whoever is signed in, before it has begun. */
export const keepAccount = accountAction(z.strictObject({}), async ({ id: userId }) => {
  await keep(accountContext(), { userId });
});
