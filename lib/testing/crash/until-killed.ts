import type { Socket } from "node:net";
import { connect } from "@/db/client";
import type { Db } from "@/lib/erasure";
import { openSeam } from "@/lib/testing/crash/statement-seam";

/** What a statement is a step of, by its name; null for what is none. */
export type StepOf = (statement: string) => string | null;

/**
 * Lets a worker work on a connection of its own, and kills it at the first step that nobody has died at:
 * the statement is not sent, what is uncommitted is lost, and nothing of the worker goes on.
 *
 * @param died the steps at which workers have died; another is added.
 * @returns whether it lived.
 */
export async function untilKilled(
  databaseUrl: string,
  died: Set<string>,
  stepOf: StepOf,
  work: (db: Db) => Promise<unknown>,
): Promise<boolean> {
  const killed = Promise.withResolvers<false>();
  let isDead = false;
  const { options } = openSeam({
    at({ text, moment }) {
      if (isDead) return true;
      const step = moment === "before" ? stepOf(text) : null;
      if (step === null || died.has(step)) return false;
      died.add(step);
      isDead = true;
      return true;
    },
    async act() {
      killed.resolve(false);
      await new Promise(() => {});
    },
  });
  const sockets: Socket[] = [];
  const socket = async (target: Parameters<typeof options.socket>[0]) => {
    const opened = await options.socket(target);
    sockets.push(opened);
    return opened;
  };
  const watched = { ...options, socket, max: 2 };
  const connection = connect(databaseUrl, watched);
  const lives = work(connection.db).then(() => true as const);
  // Whoever is dead says nothing any more, and its connections are cut under it.
  lives.catch(() => {});
  try {
    return await Promise.race([lives, killed.promise]);
  } finally {
    // A connection that is asked to end first sends what it still has to send.
    if (isDead) for (const one of sockets) one.destroy();
    await connection.sql.end({ timeout: isDead ? 0.01 : 5 });
  }
}
