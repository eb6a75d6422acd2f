import { sql } from "drizzle-orm";
import {
  bigint,
  index,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { instant } from "./columns";
import { tenantColumns } from "./tenancy";

/**
 * What the platform charged a workspace. Money is in minor units of `currency`.
 *
 * Tax law keeps it longer than the workspace lives, so it refers to nothing. The person it was
 * sent to is not what the law asks for, and goes with the workspace or with that person's account.
 */
export const invoices = pgTable(
  "invoices",
  {
    ...tenantColumns(),
    number: text("number").notNull(),
    issuedAt: instant("issued_at").notNull(),
    currency: text("currency").notNull(),
    netMinor: bigint("net_minor", { mode: "number" }).notNull(),
    taxMinor: bigint("tax_minor", { mode: "number" }).notNull(),
    taxCountry: text("tax_country").notNull(),
    lines: jsonb("lines").notNull(),
    /** The account of the person it was sent to, where there is one. */
    billedToUserId: uuid("billed_to_user_id"),
    billedToName: text("billed_to_name"),
    billedToEmail: text("billed_to_email"),
    billedToAddress: text("billed_to_address"),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    uniqueIndex("invoices_number_key").on(t.workspaceId, t.number),
    index("invoices_issued_at_idx").on(t.issuedAt),
    index("invoices_billed_to_user_idx")
      .on(t.billedToUserId)
      .where(sql`${t.billedToUserId} is not null`),
  ],
);
