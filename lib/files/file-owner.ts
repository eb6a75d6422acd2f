import type { objectPurpose } from "@/db/schema";

/**
 * Whose file it is.
 *
 * A workspace's is encrypted under its data key; `contactId` where it is about one contact, with
 * whom it then goes. `isEncrypted: false` is for what the store itself hands out, by a signed
 * address. A request's file has a key of its own and goes when the request has ended.
 */
export type FileOwner =
  | {
      workspaceId: string;
      contactId?: string | null;
      purpose: (typeof objectPurpose.enumValues)[number];
      isEncrypted?: boolean;
    }
  | { requestId: string };

/** One file: whose, and which. */
export type FileRef = { workspaceId: string; id: string } | { requestId: string; id: string };
