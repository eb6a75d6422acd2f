import { setTimeout as pause } from "node:timers/promises";
import { database } from "./database";
import { TombstoneError } from "./erasure";
import { log } from "./log";
import { objectStore } from "./object-store";
import { findUndone } from "./tombstones/find-undone";

/** While a database or an object store is only just starting, too. */
const attempts = 10;
const pauseMilliseconds = 1_000;

/** A process that serves asks again so often: a database may be restored under it. */
const watchMilliseconds = 30_000;

const sentence =
  "This database was restored from a backup: the object store knows of erasures that it does not. Nothing is served until `npm run replay` has carried them out again.";

/**
 * Ends the process, with a sentence, while erased data is back: nobody is served from a restored
 * database before its erasures have been replayed. Goes on watching after that.
 *
 * Where neither can be asked it ends, too: whether data is back is not known then.
 */
export async function requireReplayed(): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      await endIfUndone();
      break;
    } catch (error) {
      if (attempt < attempts) {
        await pause(pauseMilliseconds);
        continue;
      }
      log.error("Whether erasures are undone cannot be asked.", { error });
      console.error(
        "The database or the object store cannot be asked whether erasures are undone.",
      );
      process.exit(1);
    }
  }
  setInterval(watch, watchMilliseconds).unref();
}

/** What cannot be asked just now was asked before. */
function watch(): void {
  endIfUndone().catch((error: unknown) => {
    log.error("Whether erasures are undone cannot be asked just now.", { error });
  });
}

async function endIfUndone(): Promise<void> {
  const reason = await undoneBecause();
  if (reason === null) return;
  console.error(reason);
  process.exit(1);
}

async function undoneBecause(): Promise<string | null> {
  try {
    return (await findUndone(database().db, objectStore())) === "none" ? null : sentence;
  } catch (error) {
    if (error instanceof TombstoneError) return error.message;
    throw error;
  }
}
