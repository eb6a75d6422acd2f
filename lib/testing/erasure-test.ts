import { randomBytes } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import type { PgBoss } from "pg-boss";
import {
  createVault,
  digestToken,
  newConfirmationCode,
  newToken,
  parseMasterKey,
} from "@/lib/crypto";
import type { Actor, ErasureContext } from "@/lib/erasure/context";
import { createJobs, openBoss } from "@/lib/jobs";
import { erasureRules } from "@/lib/policy/erasure-rules";
import { policyProfile } from "@/lib/policy/policy-profile";
import { createReceiptSigner } from "@/lib/receipts";
import { nobodyToTell } from "@/lib/testing/nobody-to-tell";
import { test as databaseTest } from "./database-test";
import { folderFiles } from "./folder-files";

export { expect } from "vitest";

/** A clock that stands still until it is moved. */
export type TestClock = { now: () => Date; advance(milliseconds: number): void };

type ErasureFixtures = {
  clock: TestClock;
  /** Where its files lie. */
  folder: string;
  /** Opens the queue, once; whoever enqueues nothing needs none. */
  openQueue: () => Promise<PgBoss>;
  boss: PgBoss;
  /** A context for an actor: real keys, the real queue, the default profile's rules. */
  as: (actor: Actor) => ErasureContext;
  system: ErasureContext;
};

export const test = databaseTest.extend<ErasureFixtures>({
  // biome-ignore lint/correctness/noEmptyPattern: the fixture depends on no other.
  clock: async ({}, use) => {
    let at = Date.parse("2026-11-22T12:00:00Z");
    await use({
      now: () => new Date(at),
      advance: (milliseconds) => {
        at += milliseconds;
      },
    });
  },

  openQueue: async ({ databaseUrl }, use) => {
    let opened: Promise<PgBoss> | undefined;
    await use(() => {
      opened ??= openBoss(databaseUrl, "sender");
      return opened;
    });
    await (await opened)?.stop({ graceful: false });
  },

  boss: async ({ openQueue }, use) => use(await openQueue()),

  // biome-ignore lint/correctness/noEmptyPattern: the fixture depends on no other.
  folder: async ({}, use) => {
    const folder = await mkdtemp(path.join(tmpdir(), "lethe-files-"));
    await use(folder);
    await rm(folder, { recursive: true });
  },

  as: async ({ db, clock, openQueue, folder }, use) => {
    const vault = createVault(parseMasterKey(randomBytes(32).toString("base64")));
    await use((actor) => ({
      db,
      actor,
      now: clock.now,
      jobs: createJobs(openQueue),
      vault,
      receipts: createReceiptSigner({ vault, issuer: "https://lethe.test", now: clock.now }),
      recipients: nobodyToTell,
      rules: erasureRules(policyProfile("default")),
      newConfirmationCode,
      newToken,
      digestToken,
      files: folderFiles(folder),
    }));
  },

  system: async ({ as }, use) => use(as({ type: "system" })),
});
