import fc from "fast-check";
import { test as withShop } from "@/lib/testing/shop-test";
import { anyInterruptions } from "./testing/any-interruptions";
import { anyShops, anySubject } from "./testing/any-shops";
import { expectExactPurge } from "./testing/expect-exact-purge";
import { createPlainRole } from "./testing/plain-role";
import { shopPlan } from "./testing/purge";
import { asRole, rehearse } from "./testing/rehearse";
import * as shop from "./testing/shop";
import { writeShopGraph } from "./testing/shop-graph";
import { shopOutcome } from "./testing/shop-outcome";

const anyPurge = fc.record({
  graph: anyShops,
  // The second finds what the first has blanked.
  subjects: fc.array(anySubject, { minLength: 1, maxLength: 2, size: "max" }),
  interruptions: anyInterruptions,
});

const test = withShop.extend("role", { scope: "file" }, async ({ shopDb }, { onCleanup }) => {
  const role = await createPlainRole(shopDb);
  onCleanup(role.drop);
  return role.name;
});

/** A failure prints its seed, and the smallest graph that was found for it. */
test("a purge is exact, whatever there is to purge and whenever it is interrupted", {
  timeout: 180_000,
}, async ({ db, role }) => {
  await fc.assert(
    fc.asyncProperty(anyPurge, ({ graph, subjects, interruptions }) =>
      rehearse(db, async (tx) => {
        await writeShopGraph(tx, graph);
        if (interruptions.isChecked) await asRole(tx, role);
        for (const subject of subjects) {
          const outcomeFor = (rows: Parameters<typeof shopOutcome>[0]) =>
            shopOutcome(rows, subject);
          await expectExactPurge(tx, shop, shopPlan(subject), outcomeFor, interruptions);
        }
      }),
    ),
    // Looking for a smaller counterexample ends in time for the seed to be printed.
    { numRuns: 40, interruptAfterTimeLimit: 120_000 },
  );
});
