import { drizzle } from "drizzle-orm/postgres-js";
import fc from "fast-check";
import postgres from "postgres";
import { test as plain } from "vitest";
import * as schema from "@/db/schema";
import { createFreshDatabase } from "@/lib/testing/fresh-database";
import type { Db } from "./context";
import { anyInterruptions } from "./engine/testing/any-interruptions";
import { expectExactPurge } from "./engine/testing/expect-exact-purge";
import { createPlainRole } from "./engine/testing/plain-role";
import { asRole, rehearse } from "./engine/testing/rehearse";
import { planFor } from "./subjects";
import { anyCrm, anyCrmSubject } from "./testing/any-crm";
import { crmOutcome } from "./testing/crm-outcome";
import { writeCrm } from "./testing/write-crm";

const anyPurge = fc.record({
  graph: anyCrm,
  // The second finds what the first has blanked.
  subjects: fc.array(anyCrmSubject, { minLength: 1, maxLength: 3, size: "max" }),
  interruptions: anyInterruptions,
});

const test = plain
  // biome-ignore lint/correctness/noEmptyPattern: the fixture depends on no other.
  .extend("db", { scope: "file" }, async ({}, { onCleanup }): Promise<Db> => {
    const database = await createFreshDatabase();
    const connection = postgres(database.url, { max: 1, onnotice: () => {} });
    onCleanup(async () => {
      await connection.end();
      await database.drop();
    });
    return drizzle(connection, { schema });
  })
  .extend("role", { scope: "file" }, async ({ db }, { onCleanup }) => {
    const role = await createPlainRole(db);
    onCleanup(role.drop);
    return role.name;
  });

/** A failure prints its seed, and the smallest graph that was found for it. */
test("an erasure is exact on our own tables, whoever is erased and whenever it is interrupted", {
  timeout: 180_000,
}, async ({ db, role }) => {
  await fc.assert(
    fc.asyncProperty(anyPurge, ({ graph, subjects, interruptions }) =>
      rehearse(db, async (tx) => {
        await writeCrm(tx, graph);
        if (interruptions.isChecked) await asRole(tx, role);
        for (const subject of subjects) {
          const outcomeFor = (rows: Parameters<typeof crmOutcome>[0]) => crmOutcome(rows, subject);
          await expectExactPurge(tx, schema, planFor(subject), outcomeFor, interruptions);
        }
      }),
    ),
    // Looking for a smaller counterexample ends in time for the seed to be printed.
    { numRuns: 20, interruptAfterTimeLimit: 120_000 },
  );
});
