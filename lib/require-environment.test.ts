import { expect, test } from "vitest";
import { endOfWorker } from "./testing/end-of-worker";

test("the worker ends at start when its policy profile is not there, and says which are", async () => {
  const { code, errors } = await endOfWorker({ POLICY_PROFILE: "acme" });
  expect(code).toBe(1);
  expect(errors).toContain('POLICY_PROFILE is "acme", and there is no such policy profile.');
  expect(errors).not.toContain("    at ");
});
