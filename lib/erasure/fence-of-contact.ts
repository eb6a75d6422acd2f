import { and, eq, type SQL } from "drizzle-orm";
import { contactFences, contacts } from "@/db/schema";

/** Joins a contact with the fence around it: there is one from the moment its erasure begins. */
export function fenceOfContact(): SQL | undefined {
  return and(
    eq(contactFences.workspaceId, contacts.workspaceId),
    eq(contactFences.contactId, contacts.id),
  );
}
