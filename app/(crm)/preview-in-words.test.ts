import { expect, test } from "vitest";
import { defaultProfile } from "@/lib/policy/profiles/default";
import { previewInWords } from "./preview-in-words";

const until = new Date("2033-11-22T00:00:00Z");

test("names categories as the policy does, in its order, and leaves out the empty ones", () => {
  const preview = previewInWords(
    {
      erased: [
        { category: "orders", rows: 0 },
        { category: "messages", rows: 12 },
        { category: "contacts", rows: 3 },
      ],
      detached: [],
      retained: [{ category: "invoices", retention: "invoices", rows: 2, until }],
    },
    defaultProfile,
  );

  expect(preview.erased).toMatchObject([
    { title: "Contacts", rows: 3 },
    { title: "Conversations and messages", rows: 12 },
  ]);
  expect(preview.retained).toEqual([
    {
      title: "Invoices",
      reason: "Tax and accounting law obliges us to keep them.",
      rows: 2,
      until,
    },
  ]);
});

test("a category that is not published is an error, not a blank line", () => {
  expect(() =>
    previewInWords(
      { erased: [{ category: "secrets", rows: 1 }], detached: [], retained: [] },
      defaultProfile,
    ),
  ).toThrow(/not published/);
});
