import { describe, expect, test } from "vitest";
import { matcherOf } from "./matcher";

describe("an identifier is found", () => {
  test.for<[identifier: string, how: string, text: string]>([
    ["zoë.müller@example.test", "in another case", "Mailed ZOË.MÜLLER@Example.Test twice"],
    ["zoë.müller@example.test", "taken apart", "to: zoë.müller@example.test".normalize("NFD")],
    ["zoë.müller@example.test".normalize("NFD"), "put together", "zoë.müller@example.test"],
    ["zoë.müller@example.test", "in full width", "ｚｏë.müller＠example.test"],
    ["zoë.müller@example.test", "in a link", "?to=zo%C3%AB.m%C3%BCller%40example.test&x=1"],
    ["zoë.müller@example.test", "between quotes", "<'zoë.müller@example.test'>"],
    ["zoë.müller@example.test", "at the end of a sentence", "It is zoë.müller@example.test."],
    ["zoë.müller@example.test", "as a key of JSON", '{"zoë.müller@example.test": 1}'],
    ["zoë.müller@example.test", "escaped in JSON", '{"a": "zo\\u00eb.m\\u00FCller@example.test"}'],
    [
      "zoë.müller@example.test",
      "in JSON in JSON",
      JSON.stringify({ a: JSON.stringify({ b: '{"c": "zo\\u00eb.müller@example.test"}' }) }),
    ],
    ["Straße 12 Köln", "with its sharp s as two", "lives in STRASSE 12 KÖLN"],
    ["Yılmaz Işık", "with dots on its letters", "by YILMAZ IŞIK"],
    ["istanbul@example.test", "by a Turkish capital", "İSTANBUL@EXAMPLE.TEST"],
    ["Γιώργος Παππάς", "with another sigma", "ΓΙΏΡΓΟΣ ΠΑΠΠΆΣ ΕΔΩ"],
    ["Παππάς", "with a last sigma that is not the last", "Παππάς.Αθήνα"],
    ["Zoë  Müller", "with other spaces", "for Zoë\u00a0\n Müller, today"],
    ["Zoë Müller", "with signs that nobody sees", "for Zoë\u200b \u202aMüller\u202c"],
    ["Zoë Müller", "with an escaped line between", '"Zoë\\nMüller"'],
    ["علي حسن الأحمد", "behind a preposition", "أرسلت لعلي حسن الأحمد"],
    ["田中太郎兵衛", "within a sentence", "昨日田中太郎兵衛さんが来た"],
    ["ann@x.test", "in a text without spaces", "请联系ann@x.test谢谢"],
    ["acct_123456", "as a part of a path", "media/acct_123456/1.jpg"],
    ["1000200030004000", "as a number of JSON", '{"id": 1000200030004000}'],
    ["1000200030004000", "behind letters", "fb1000200030004000"],
    ["123456", "between signs", "id=123456&x"],
    ["123456", "in other digits", "رقم ١٢٣٤٥٦"],
    [
      "0198c2a4-77aa-7bbb-8ccc-0123456789ab",
      "in an array",
      "{a,0198C2A4-77AA-7BBB-8CCC-0123456789AB}",
    ],
  ])("%s: %s", ([identifier, , text]) => {
    expect(matcherOf([identifier])(text)).toBe(true);
    expect(matcherOf([...manyOthers, identifier])(text)).toBe(true);
  });

  test.for([
    "+49 170 1234567",
    "+491701234567",
    "+49 (0) 170 1234567",
    "0049 170 1234567",
    "0049170-1234567",
    "011491701234567",
    "0170/1234567",
    "0170 123 45 67",
    "(0170) 123-4567",
    "0170–1234567",
    "491701234567",
    "1701234567",
    "call 3 times: 0170 1234567, 2 pm",
    "tel:+491701234567;ext=1",
    "491701234567@s.whatsapp.net",
    "‪+49 170 1234567‬",
    "＋４９１７０１２３４５６７",
    "٠١٧٠١٢٣٤٥٦٧",
    '{"wa_id": 491701234567}',
    '{"+49 170 1234567": true}',
    "whatsapp%3A%2B491701234567",
    "\\u002b49170\\u00a01234567",
  ])("a phone number as %s", (text) => {
    for (const stored of ["+491701234567", "+49 170 1234567", "491701234567"]) {
      expect(matcherOf([stored])(text)).toBe(true);
      expect(matcherOf([...manyOthers, stored])(text)).toBe(true);
    }
  });
});

describe("an identifier is not found", () => {
  test.for<[identifier: string, text: string]>([
    ["123456", "99123456789"],
    ["123456", "x123456"],
    ["1000200030004000", "910002000300040001"],
    ["+491701234567", "94917012345678"],
    ["+491701234567", "0170 1234568"],
    ["+491701234567", "0170 12345 x 67"],
    ["ann@x.test", "joann@x.test"],
    ["ann@x.test", "jo.ann@x.test"],
    ["ann@x.test", "jo+ann@x.test"],
    ["ann@x.test", "ann@x.testing"],
    ["Martin Bauer", "Martina Bauer"],
    ["Martin Bauer", "Martin Bauerfeind"],
    ["Zoë Müller", "Zoe Muller"],
    ["abc", "abc"],
    ["+4520260115", "2026-01-15"],
    ["", "anything"],
  ])("%s in %s", ([identifier, text]) => {
    expect(matcherOf([identifier])(text)).toBe(false);
    expect(matcherOf([...manyOthers, identifier])(text)).toBe(false);
  });

  test("in a text that none of ten thousand is in", () => {
    expect(matcherOf(manyOthers)("Mailed zoë@example.test on 2026-01-15, tel. 030 1234567")).toBe(
      false,
    );
  });
});

const manyOthers = Array.from({ length: 10_000 }, (_, at) =>
  at % 100 > 0 ? `customer.${at}@example.test` : `+4930${String(at).padStart(8, "9")}`,
);
