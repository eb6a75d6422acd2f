"use server";

import { z } from "zod";
import { workspaceAction } from "@/lib/action";
import { listContacts } from "@/lib/contacts/list-contacts";
import { ContactFilter, ContactPlace, ContactSort } from "@/lib/contacts/schemas";
import { database } from "@/lib/database";

/** One page of the contacts that match. Changes nothing. */
export const findContacts = workspaceAction(
  "read_workspace",
  z.object({
    workspaceId: z.uuid(),
    filter: ContactFilter,
    sort: ContactSort,
    after: ContactPlace.nullable(),
  }),
  async (_member, question) => await listContacts(database().db, question),
);
