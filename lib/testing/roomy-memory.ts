import { constants } from "node:fs";
import { access, statfs } from "node:fs/promises";

const memory = "/dev/shm";

/** Far more than the tests' databases and their log take at any time. */
const neededBytes = 4 * 1024 ** 3;

/**
 * A folder whose files lie in memory, where this machine has one with room to spare; else null. A container
 * is often given 64 MB of it.
 */
export async function roomyMemory(): Promise<string | null> {
  try {
    await access(memory, constants.W_OK);
    const { bavail, bsize } = await statfs(memory);
    const free = Math.min(bavail * bsize, process.availableMemory());
    return free >= neededBytes ? memory : null;
  } catch {
    // There is none on this system.
    return null;
  }
}
