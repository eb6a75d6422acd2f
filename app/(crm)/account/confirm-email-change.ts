"use server";

import { confirmEmailChange as confirm } from "@/lib/account/confirm-email-change";
import { ConfirmEmailChange } from "@/lib/account/schemas";
import { accountAction } from "@/lib/account-action";
import { accountContext } from "./account-context";

/** Makes the address that a code was sent to that of whoever is signed in. */
export const confirmEmailChange = accountAction(
  ConfirmEmailChange,
  async ({ id: userId }, { code }) => {
    await confirm(accountContext(), { userId, code });
  },
);
