"use server";

import { changePassword as change } from "@/lib/account/change-password";
import { ChangePassword } from "@/lib/account/schemas";
import { accountAction } from "@/lib/account-action";
import { accountContext } from "./account-context";

/** Replaces the password of whoever is signed in and knows it. */
export const changePassword = accountAction(
  ChangePassword,
  async ({ id: userId, sessionId }, input) => {
    await change(accountContext(), { userId, sessionId, ...input });
  },
);
