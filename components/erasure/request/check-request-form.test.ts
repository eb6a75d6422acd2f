import { expect, test } from "vitest";
import { checkRequestForm } from "./check-request-form";

const complete = {
  requester: "workspace_admin",
  concern: "account",
  email: " Ada@Example.com ",
  statement: "on",
};

test("a complete form becomes a request with a normalised address", () => {
  expect(checkRequestForm(formOf(complete), {})).toEqual({
    ok: true,
    answers: expect.objectContaining({ email: " Ada@Example.com " }),
    request: {
      requester: "workspace_admin",
      concern: "account",
      email: "ada@example.com",
      workspaceSlug: "",
      businessName: "",
      statement: true,
    },
  });
});

test("an empty form comes back with a fault for every question", () => {
  const checked = checkRequestForm(formOf({}), {});

  expect(checked).toMatchObject({
    ok: false,
    state: {
      step: "refused",
      errors: {
        requester: "requester_missing",
        concern: "concern_missing",
        email: "email_malformed",
        statement: "statement_missing",
      },
    },
  });
});

test("what was typed comes back as it was typed", () => {
  const checked = checkRequestForm(formOf({ ...complete, email: "Ada@" }), {});

  expect(checked).toMatchObject({ ok: false, state: { answers: { email: "Ada@" } } });
});

test("a field of another concern is not held against the requester", () => {
  const checked = checkRequestForm(formOf({ ...complete, workspaceSlug: "Not A Slug!" }), {});

  expect(checked).toMatchObject({ ok: true, request: { workspaceSlug: "" } });
});

test("a workspace's deletion asks for its slug", () => {
  const checked = checkRequestForm(formOf({ ...complete, concern: "workspace" }), {});

  expect(checked).toMatchObject({
    ok: false,
    state: { errors: { workspaceSlug: "slug_missing" } },
  });
});

test("what a concern asks for is asked for at the first try, beside everything else", () => {
  const checked = checkRequestForm(formOf({ concern: "customer_records" }), {});

  expect(checked).toMatchObject({
    ok: false,
    state: {
      errors: {
        requester: "requester_missing",
        businessName: "business_missing",
      },
    },
  });
});

const askedOfAll = {
  fullName: "required",
  organization: "required",
  metaUserId: "optional",
  description: "optional",
} as const;

test("what the policy profile asks for is missed, and what it does not ask for is not taken", () => {
  const form = formOf({ ...complete, whatsappNumber: "+1 555 0100", description: " All of it. " });

  expect(checkRequestForm(form, askedOfAll)).toMatchObject({
    ok: false,
    state: { errors: { fullName: "fullName_missing", organization: "organization_missing" } },
  });
  form.set("fullName", "Ada Okafor");
  form.set("organization", "Tea House");
  const checked = checkRequestForm(form, askedOfAll);
  expect(checked).toMatchObject({
    ok: true,
    request: { fullName: "Ada Okafor", description: "All of it." },
  });
  expect(checked.ok && checked.request.whatsappNumber).toBeUndefined();
});

test("a Meta login is asked about only with its id, and only where the profile asks for one", () => {
  const form = formOf({ ...complete, fullName: "A", organization: "B", concern: "meta_login" });

  expect(checkRequestForm(form, askedOfAll)).toMatchObject({
    ok: false,
    state: { errors: { metaUserId: "metaUserId_missing" } },
  });
  form.set("metaUserId", "10229871502214401");
  expect(checkRequestForm(form, askedOfAll)).toMatchObject({
    ok: true,
    request: { concern: "meta_login", metaUserId: "10229871502214401" },
  });
  expect(checkRequestForm(form, {})).toMatchObject({
    ok: false,
    state: { errors: { concern: "concern_missing" } },
  });
});

test("a customer names the business that wrote, and is not asked for an organization", () => {
  const form = formOf({
    ...complete,
    concern: "customer_records",
    businessName: "Tea House",
    fullName: "Ada",
  });
  expect(checkRequestForm(form, askedOfAll)).toMatchObject({ ok: true });
});

test.for<[name: string, answer: string, fault: string]>([
  ["email", "ada@", "email_malformed"],
  ["email", `${"a".repeat(250)}@example.com`, "email_malformed"],
  ["workspaceSlug", "Not A Slug!", "slug_malformed"],
  ["fullName", "a".repeat(201), "over_200"],
  ["organization", "a".repeat(201), "over_200"],
  ["whatsappNumber", "call me", "phone_malformed"],
  ["metaBusinessAccountId", "12 34", "meta_id_malformed"],
  ["description", "a".repeat(2_001), "over_2000"],
])("a malformed answer is told by its fault: %s", ([name, answer, fault]) => {
  const asked = {
    fullName: "optional",
    whatsappNumber: "optional",
    organization: "optional",
    metaBusinessAccountId: "optional",
    description: "optional",
  } as const;
  const concern = name === "workspaceSlug" ? "workspace" : "account";
  const checked = checkRequestForm(formOf({ ...complete, concern, [name]: answer }), asked);

  expect(checked).toMatchObject({ ok: false, state: { errors: { [name]: fault } } });
});

test("a file in place of text counts as no answer", () => {
  const form = formOf(complete);
  form.set("email", new File(["x"], "x.txt"));

  expect(checkRequestForm(form, {})).toMatchObject({
    ok: false,
    state: { answers: { email: "" } },
  });
});

function formOf(entries: Record<string, string>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(entries)) form.set(name, value);
  return form;
}
