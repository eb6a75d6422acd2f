import { expect, test } from "vitest";
import { pollingPace } from "./polling-pace";
import { statusIn } from "./status-fixture";

const now = new Date("2026-11-22T12:00:00Z");

test.for(["verified", "scheduled", "purging", "verifying"] as const)(
  "a %s request is looked at every second",
  (state) => {
    expect(pollingPace(statusIn(state), now)).toBe(1_000);
  },
);

test.for(["unverified", "in_review", "on_hold", "failed"] as const)(
  "a request that is %s waits for people and is looked at calmly",
  (state) => {
    expect(pollingPace(statusIn(state), now)).toBe(10_000);
  },
);

test("a grace period is waited out calmly, its end is not", () => {
  const purgeAfter = new Date("2026-11-22T12:00:05Z");

  expect(pollingPace(statusIn("scheduled", { purgeAfter }), now)).toBe(10_000);
  expect(pollingPace(statusIn("scheduled", { purgeAfter }), purgeAfter)).toBe(1_000);
});

test.for(["completed", "completed_with_retentions", "refused", "cancelled", "expired"] as const)(
  "a %s request is not looked at again",
  (state) => {
    expect(pollingPace(statusIn(state), now)).toBeNull();
  },
);
