"use server";

import { z } from "zod";
import { workspaceAction } from "@/lib/action";
import { countContacts } from "@/lib/contacts/count-contacts";
import { ContactFilter } from "@/lib/contacts/schemas";
import { database } from "@/lib/database";

/** How many contacts match, exactly. Changes nothing. */
export const countMatching = workspaceAction(
  "read_workspace",
  z.object({ workspaceId: z.uuid(), filter: ContactFilter }),
  async (_member, question) => await countContacts(database().db, question),
);
