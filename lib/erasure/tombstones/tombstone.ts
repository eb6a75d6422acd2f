import { z } from "zod";
import { subjectKinds } from "@/db/erasure-map";
import type { Vault } from "../context";
import { ConfirmationCode } from "../schemas";
import { TombstoneError } from "./tombstone-error";

const Ids = z.union([z.uuid(), z.array(z.uuid())]);

/**
 * One completed erasure, as it is kept outside the database: enough to erase again what a restore has
 * brought back, and to give the request its confirmation code back. It names nobody.
 *
 * `previous` is the signature of the entry before it, so that one that is missing, moved or of another
 * history is noticed.
 */
export const Tombstone = z.strictObject({
  version: z.literal(1),
  sequence: z.int().positive(),
  previous: z.string().nullable(),
  requestId: z.uuid(),
  confirmationCode: ConfirmationCode,
  subject: z.enum(subjectKinds),
  erased: z.array(
    z.strictObject({
      kind: z.enum(subjectKinds),
      /** Random ids, by the names that the plan knows them by. */
      keys: z.strictObject({
        workspaceId: Ids.optional(),
        contactId: Ids.optional(),
        userId: Ids.optional(),
      }),
      digests: z.array(z.string()),
    }),
  ),
  erasedAt: z.iso.datetime(),
});
export type Tombstone = z.infer<typeof Tombstone>;

type Signer = Pick<Vault, "digest">;

/**
 * The form in which it is kept: the text and, after a dot, its keyed digest.
 *
 * The key is the one of all digests, which no rotation changes. A receipt's key would not do: it lies
 * in the database, and one that was restored may not know it.
 */
export function sealTombstone(vault: Signer, tombstone: Tombstone): string {
  const text = Buffer.from(JSON.stringify(tombstone)).toString("base64url");
  return `${text}.${vault.digest("tombstone", text)}`;
}

/** @throws TombstoneError `forged` for anything that this platform's key did not sign. */
export function openTombstone(vault: Signer, entry: string): Tombstone {
  const [text = "", signature, ...rest] = entry.split(".");
  if (rest.length > 0 || signature !== vault.digest("tombstone", text)) {
    throw new TombstoneError(
      "forged",
      "A tombstone was changed, or signed under a key that is not the last of MASTER_KEY.",
    );
  }
  return Tombstone.parse(JSON.parse(Buffer.from(text, "base64url").toString()));
}

/** What the next entry names as the one before it. */
export function signatureOf(entry: string): string {
  return entry.slice(entry.lastIndexOf(".") + 1);
}
