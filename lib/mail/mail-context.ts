import type { Db, Vault } from "@/lib/erasure";
import type { Mailer } from "./mailer";

/** What sending a mail needs, handed in. */
export type MailContext = {
  db: Db;
  now: () => Date;
  vault: Vault;
  mailer: Mailer;
  /** Where the links lead: the app's own address, never a request's Host header. */
  appUrl: string;
};
