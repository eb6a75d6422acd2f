import { expect, test } from "vitest";
import { checkRequestForm } from "./check-request-form";

const complete = {
  requester: "workspace_admin",
  concern: "account",
  email: " Ada@Example.com ",
  statement: "on",
};

test("a complete form becomes a request with a normalised address", () => {
  expect(checkRequestForm(formOf(complete))).toEqual({
    ok: true,
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

test("an empty form comes back with a sentence for every question", () => {
  const checked = checkRequestForm(formOf({}));

  expect(checked).toMatchObject({
    ok: false,
    state: {
      step: "refused",
      errors: {
        requester: "Choose who you are.",
        concern: "Choose what should be deleted.",
        email: expect.stringContaining("e-mail address"),
        statement: expect.stringContaining("Tick this"),
      },
    },
  });
});

test("what was typed comes back as it was typed", () => {
  const checked = checkRequestForm(formOf({ ...complete, email: "Ada@" }));

  expect(checked).toMatchObject({ ok: false, state: { answers: { email: "Ada@" } } });
});

test("a field of another concern is not held against the requester", () => {
  const checked = checkRequestForm(formOf({ ...complete, workspaceSlug: "Not A Slug!" }));

  expect(checked).toMatchObject({ ok: true, request: { workspaceSlug: "" } });
});

test("a workspace's deletion asks for its slug", () => {
  const checked = checkRequestForm(formOf({ ...complete, concern: "workspace" }));

  expect(checked).toMatchObject({
    ok: false,
    state: { errors: { workspaceSlug: expect.stringContaining("slug") } },
  });
});

test("what a concern asks for is asked for at the first try, beside everything else", () => {
  const checked = checkRequestForm(formOf({ concern: "customer_records" }));

  expect(checked).toMatchObject({
    ok: false,
    state: {
      errors: {
        requester: expect.any(String),
        businessName: "Name the business that wrote to you.",
      },
    },
  });
});

test("a file in place of text counts as no answer", () => {
  const form = formOf(complete);
  form.set("email", new File(["x"], "x.txt"));

  expect(checkRequestForm(form)).toMatchObject({ ok: false, state: { answers: { email: "" } } });
});

function formOf(entries: Record<string, string>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(entries)) form.set(name, value);
  return form;
}
