import { createVault, parseMasterKey } from "@/lib/crypto";
import { database } from "@/lib/database";
import { EnvError, env } from "@/lib/env";
import { rotateReceiptKey } from "@/lib/receipts";

/** `npm run receipt:rotate-key`: signs receipts with a new key from now on; old ones stay valid. */
async function rotate(): Promise<void> {
  const vault = createVault(parseMasterKey(env().MASTER_KEY));
  const { db, close } = database();
  try {
    const keyId = await rotateReceiptKey(db, { vault, now: () => new Date() });
    console.log(`Receipts are signed with the key ${keyId}.`);
  } finally {
    await close();
  }
}

function explain(error: unknown): void {
  process.exitCode = 1;
  console.error(error instanceof EnvError ? error.message : error);
}

await rotate().catch(explain);
