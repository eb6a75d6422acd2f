"use server";

import { proveSelf } from "@/lib/account/prove-self";
import { DeleteAccount } from "@/lib/account/schemas";
import { accountAction } from "@/lib/account-action";
import { forgetSessionCookie } from "@/lib/auth";
import { scheduleAccountErasure } from "@/lib/erasure";
import { accountContext } from "./account-context";

/** Schedules the account of whoever is signed in for erasure, once they have proved that it is they. */
export const deleteAccount = accountAction(
  DeleteAccount,
  async ({ id: userId }, proof) => {
    const ctx = accountContext();
    const { confirmationCode } = await scheduleAccountErasure(ctx, {
      userId,
      prove: () => proveSelf(ctx, userId, proof),
    });
    await forgetSessionCookie();
    return { confirmationCode };
  },
  { next: ({ confirmationCode }) => `/data-deletion/status/${confirmationCode}` },
);
