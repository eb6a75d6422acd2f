"use server";

import { z } from "zod";
import { endOtherSessions as endOthers } from "@/lib/account/end-other-sessions";
import { accountAction } from "@/lib/account-action";
import { database } from "@/lib/database";

/** Signs whoever is signed in out everywhere else. */
export const endOtherSessions = accountAction(
  z.strictObject({}),
  async ({ id: userId, sessionId }) => {
    await endOthers(database(), { userId, sessionId });
  },
);
