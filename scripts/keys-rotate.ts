import { parseMasterKey } from "@/lib/crypto";
import { database } from "@/lib/database";
import { EnvError, env } from "@/lib/env";
import { rotateKeys } from "@/lib/keys/rotate-keys";

/** `npm run keys:rotate`: brings every key and seal under the newest key of MASTER_KEY. */
async function rotate(): Promise<void> {
  const master = parseMasterKey(env().MASTER_KEY);
  const { db, close } = database();
  try {
    const { renewed, frozen, unknown } = await rotateKeys(db, master);
    console.log(`${renewed} keys and seals are under the newest master key by this run.`);
    if (frozen > 0) {
      console.log(`${frozen} are of erasures under way, which take no writes: run it again later.`);
    }
    if (unknown > 0) console.log(`${unknown} were made under no key of MASTER_KEY.`);
    if (frozen + unknown > 0) process.exitCode = 1;
    else console.log("Of MASTER_KEY, all but the first and the last may go.");
  } finally {
    await close();
  }
}

await rotate().catch((error: unknown) => {
  process.exitCode = 1;
  console.error(error instanceof EnvError ? error.message : error);
});
