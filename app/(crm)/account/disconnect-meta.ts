"use server";

import { z } from "zod";
import { disconnectMeta as disconnect } from "@/lib/account/disconnect-meta";
import { accountAction } from "@/lib/account-action";
import { database } from "@/lib/database";

/** Forgets the Meta login of whoever is signed in. */
export const disconnectMeta = accountAction(z.strictObject({}), async ({ id: userId }) => {
  await disconnect(database(), { userId });
});
