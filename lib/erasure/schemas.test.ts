import { expect, test } from "vitest";
import { DeletionRequest, isSlugConfirmed } from "./schemas";

const complete = {
  email: "ada@example.com",
  requester: "workspace_admin",
  concern: "account",
  statement: true,
};

test.for<[missing: string, answers: object]>([
  ["workspaceSlug", { concern: "workspace" }],
  ["workspaceSlug", { concern: "workspace", workspaceSlug: "" }],
  ["workspaceSlug", { concern: "workspace", workspaceSlug: "Not A Slug!" }],
  ["businessName", { concern: "customer_records" }],
  ["businessName", { concern: "customer_records", businessName: "  " }],
])(
  "what a concern asks for is missed once, alone and beside other errors: %s",
  ([missing, answers]) => {
    expect(pathsOfIssues({ ...complete, ...answers })).toEqual([missing]);
    expect(pathsOfIssues({ ...complete, ...answers, email: "ada@", statement: false })).toEqual(
      ["email", "statement", missing].toSorted(),
    );
  },
);

test("what another concern asks for is not missed", () => {
  expect(pathsOfIssues(complete)).toEqual([]);
  expect(pathsOfIssues({ ...complete, concern: "unknown" })).toEqual(["concern"]);
});

test.for([undefined, null, "text", 7, []])("%j is no request, and no fault of ours", (input) => {
  expect(DeletionRequest.safeParse(input).success).toBe(false);
});

test("a slug is confirmed by itself alone", () => {
  expect(isSlugConfirmed("acme", "acme")).toBe(true);
  for (const typed of ["", "Acme", " acme", "acme "]) {
    expect(isSlugConfirmed(typed, "acme")).toBe(false);
  }
  expect(isSlugConfirmed("", "")).toBe(false);
});

function pathsOfIssues(input: unknown): string[] {
  const issues = DeletionRequest.safeParse(input).error?.issues ?? [];
  return issues.map(({ path }) => path.join(".")).toSorted();
}
