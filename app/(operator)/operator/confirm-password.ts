"use server";

import { z } from "zod";
import { confirmSignIn } from "@/lib/account/confirm-sign-in";
import { operatorAction } from "@/lib/operator-action";

const Password = z.string().min(1).max(1024);

/** Makes the operator's sign-in fresh again, for acts that destroy. */
export const confirmPassword = operatorAction(
  "enter_desk",
  Password,
  async (ctx, password, { id: userId, sessionId }) =>
    await confirmSignIn(ctx, { userId, sessionId, password }),
);
