import { glob, readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { fieldsOf, isTicked, typedIn } from "./fields-of";

test("a form's fields are its text, without files and what React adds", () => {
  const form = new FormData();
  form.append("$ACTION_REF_1", "");
  form.append("$ACTION_1:0", "{}");
  form.append("__proto__", "x");
  form.append("name", "Ada");
  form.append("name", "Ada Lovelace");
  form.append("proof", new Blob(["%PDF"]));

  expect(fieldsOf(form)).toEqual({ name: "Ada Lovelace" });
});

test("what is shown again has no password, code or token in it", () => {
  const form = new FormData();
  form.append("email", "ada@example.test");
  for (const name of ["password", "currentPassword", "newPassword", "code", "proof", "token"]) {
    form.append(name, "secret");
  }

  expect(typedIn(form)).toEqual({ email: "ada@example.test" });
});

test("every field for a password or a mailed code has a name that is known as a secret's", async () => {
  const names = new Set<string>();
  for await (const file of glob("components/{account,crm,team}/**/*.tsx")) {
    const text = await readFile(file, "utf8");
    for (const [input] of text.matchAll(/<(TextInput|CodeField)\b[\s\S]*?\/>/g)) {
      if (!/type="password"|<CodeField/.test(input)) continue;
      const name = /(?:register\(|name=)"(\w+)"/.exec(input)?.[1];
      names.add(name ?? `${file}: no name`);
    }
  }

  const form = new FormData();
  for (const name of names) form.append(name, "secret");
  expect(names.size).toBeGreaterThan(3);
  expect(typedIn(form)).toEqual({});
});

test("a box is ticked or not, and any other answer is none", () => {
  const form = new FormData();
  form.append("first", "on");
  form.append("second", "yes");

  expect(["first", "second", "third"].map((name) => isTicked(form, name))).toEqual([
    true,
    false,
    false,
  ]);
});
