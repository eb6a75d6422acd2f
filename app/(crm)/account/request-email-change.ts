"use server";

import { requestEmailChange as request } from "@/lib/account/request-email-change";
import { RequestEmailChange } from "@/lib/account/schemas";
import { accountAction } from "@/lib/account-action";
import { accountContext } from "./account-context";

/** Sends a code to the address that is to become that of whoever is signed in. */
export const requestEmailChange = accountAction(
  RequestEmailChange,
  async ({ id: userId }, input) => {
    await request(accountContext(), { userId, ...input });
  },
);
