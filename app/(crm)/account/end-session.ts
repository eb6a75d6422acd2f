"use server";

import { endOwnSession } from "@/lib/account/end-own-session";
import { EndSession } from "@/lib/account/schemas";
import { accountAction } from "@/lib/account-action";
import { database } from "@/lib/database";

/** Signs out one browser of whoever is signed in; nobody else's, whatever id is given. */
export const endSession = accountAction(EndSession, async ({ id: userId }, { sessionId }) => {
  await endOwnSession(database(), { userId, sessionId });
});
