import { glob, readFile } from "node:fs/promises";
import { expect, test } from "vitest";

test("what is typed is never sent in an address, also before a page's script has come", async () => {
  const forms: string[] = [];
  for await (const file of glob(["app/**/*.tsx", "components/**/*.tsx"])) {
    const text = await readFile(file, "utf8");
    for (const [form] of text.matchAll(/<form\b[\s\S]*?(?<!=)>/g)) forms.push(`${file}: ${form}`);
  }

  expect(forms.length).toBeGreaterThan(15);
  const byAddress = forms.filter((form) => !/method="post"|action=\{/.test(form));
  // Words to look for and filters, which are addresses to come back to; and an answer that asks for nothing.
  expect(byAddress.map((form) => form.split(":")[0]).sort()).toEqual([
    "components/erasure/request/request-sent.tsx",
    "components/operator/queue-filters.tsx",
  ]);
});
