import { createHash } from "node:crypto";
import { lstat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { makeFolder } from "./make-folder";

/**
 * A temporary folder that everyone may enter, the same one for the same wish.
 *
 * @throws when somebody else has made it: what lies in it, or happens to it, would be theirs to say.
 */
export async function ownTemporaryFolder(wish: string): Promise<string> {
  const name = createHash("sha256").update(wish).digest("hex").slice(0, 12);
  const folder = join(tmpdir(), `lethe-${name}`);
  await makeFolder(folder);
  const { uid } = await lstat(folder);
  if (uid === process.getuid?.()) return folder;
  throw new Error(`${folder} belongs to somebody else`);
}
