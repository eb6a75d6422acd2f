import { buffer } from "node:stream/consumers";
import { objectPrefix } from "@/db/schema";
import { needsPart } from "@/lib/crypto";
import type { ObjectStore } from "@/lib/storage";

type Stored = { workspaceId: string; id: string; wrappedKey: string };

/** Under the workspace's own prefix, so that its erasure takes it with the first of its files. */
export function keyPartAt({ workspaceId, id }: Pick<Stored, "workspaceId" | "id">): string {
  return `${objectPrefix({ workspaceId })}keys/${id}`;
}

/**
 * Reads the part of a data key that is kept outside the database; null where it needs none, and once
 * that is destroyed. @throws when the store cannot be asked: nobody can tell then.
 */
export async function readKeyPart(
  store: Pick<ObjectStore, "get">,
  stored: Stored,
): Promise<Uint8Array | null> {
  if (!needsPart(stored.wrappedKey)) return null;
  const found = await store.get(keyPartAt(stored));
  return found === null ? null : new Uint8Array(await buffer(found.body));
}
