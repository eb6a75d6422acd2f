import { and, eq } from "drizzle-orm";
import { decodeProtectedHeader } from "jose";
import { z } from "zod";
import { workspaceKeys } from "@/db/schema";
import { decryptWithDataKey, type MasterKey, unwrapDataKey } from "@/lib/crypto";
import type { Tx } from "@/lib/erasure";
import { log } from "@/lib/log";

type Stored = { workspaceId: string; ciphertext: string; context: string };

/** Opens what is stored under a workspace's data key. */
export type SecretReader = {
  /** @returns null for what cannot be opened: its key is gone, or it was made for something else. */
  open(tx: Tx, stored: Stored): Promise<string | null>;
};

type PartReader = (key: typeof workspaceKeys.$inferSelect) => Promise<Uint8Array | null>;

/**
 * @param master wraps the workspaces' data keys.
 * @param readPart reads what else a key needs, from where it is kept. What it throws is thrown: a store
 * that is down is no reason to tell nobody.
 */
export function createSecretReader(master: MasterKey, readPart: PartReader): SecretReader {
  return {
    async open(tx, { workspaceId, ciphertext, context }) {
      const id = keyOf(ciphertext);
      if (id === null) return null;
      const [key] = await tx
        .select()
        .from(workspaceKeys)
        .where(and(eq(workspaceKeys.workspaceId, workspaceId), eq(workspaceKeys.id, id)));
      if (key === undefined) return null;
      const part = await readPart(key);
      try {
        return await decryptWithDataKey(
          await unwrapDataKey(master, { ...key, ownerId: workspaceId, part }),
          ciphertext,
          context,
        );
      } catch (error) {
        log.warn("A stored secret cannot be opened.", { code: "secret_unreadable", error });
        return null;
      }
    },
  };
}

function keyOf(ciphertext: string): string | null {
  try {
    return z.uuid().parse(decodeProtectedHeader(ciphertext).kid);
  } catch {
    return null;
  }
}
