import { setTimeout } from "node:timers/promises";
import { connect } from "@/db/client";
import type { Db } from "@/lib/erasure/context";

/** Takes one try at writing, in whatever way, on a connection of its own. */
export type Attempt = (db: Db) => Promise<unknown>;

export type Hammering = {
  /** How many tries went through so far. */
  written(): number;
  /** Lets every writer finish, and says how many tries failed, by SQLSTATE. */
  stop(): Promise<Readonly<Record<string, number>>>;
};

/** So that they leave a machine with few cores something to purge with. */
const restMilliseconds = 20;

/** Lets so many writers, each with a connection of its own, try in turn all that they are given. */
export function hammer(
  url: string,
  { writers, attempts }: { writers: number; attempts: readonly Attempt[] },
): Hammering {
  const connection = connect(url, { max: writers });
  const failures: Record<string, number> = {};
  let [written, isOver] = [0, false];
  const all = Array.from({ length: writers }, async (_, writer) => {
    for (let turn = writer; !isOver; turn += 1) {
      const attempt = attempts[turn % attempts.length];
      try {
        await attempt?.(connection.db);
        written += 1;
      } catch (error) {
        const code = sqlStateOf(error);
        failures[code] = (failures[code] ?? 0) + 1;
      }
      await setTimeout(restMilliseconds);
    }
  });
  return {
    written: () => written,
    async stop() {
      isOver = true;
      await Promise.all(all);
      await connection.close();
      return failures;
    },
  };
}

function sqlStateOf(error: unknown): string {
  for (let at = error; at instanceof Error; at = at.cause) {
    const code: unknown = Reflect.get(at, "code");
    if (typeof code === "string") return code;
  }
  return String(error);
}
