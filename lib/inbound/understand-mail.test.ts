import { describe, expect, test } from "vitest";
import type { IncomingMail } from "./mail-reader";
import { type InboundRules, understandMail } from "./understand-mail";

const rules: InboundRules = {
  isOffered: true,
  languages: ["en"],
  subjectLine: null,
  ownAddresses: ["privacy@tidewater.example"],
};
const asking: IncomingMail = {
  from: "Ada <Ada@Example.test>",
  subject: "Please delete my data",
  text: "Thank you, Ada",
  headers: {},
  attachments: [],
};
const understand = (changes: Partial<IncomingMail>, more: Partial<InboundRules> = {}) =>
  understandMail({ ...asking, ...changes }, { ...rules, ...more });

test("a person who asks gets a request for the address the mail comes from", () => {
  expect(understand({ headers: { "auto-submitted": "no", "x-mailer": "Post" } })).toEqual({
    next: "request",
    sender: "ada@example.test",
    locale: "en",
  });
});

describe("what a machine has sent is answered by nobody, also when it asks:", () => {
  test.for<[string, Partial<IncomingMail>]>([
    ["automatic", { headers: { "auto-submitted": "auto-replied" } }],
    ["automatic", { headers: { "auto-submitted": "auto-generated (rejected)" } }],
    ["automatic", { headers: { precedence: "auto_reply" } }],
    ["automatic", { headers: { precedence: "junk" } }],
    ["automatic", { headers: { "x-auto-response-suppress": "All" } }],
    ["automatic", { headers: { "x-autoreply": "yes" } }],
    ["automatic", { from: "no-reply@example.test" }],
    ["automatic", { from: "Bot <noreply+7@example.test>" }],
    ["mailing_list", { headers: { "list-id": "<talk.example.test>" } }],
    ["mailing_list", { headers: { precedence: "Bulk" } }],
    ["bounce", { headers: { "return-path": "<>" } }],
    ["bounce", { headers: { "content-type": "multipart/report; report-type=delivery-status" } }],
    ["bounce", { from: "Mail Delivery System <MAILER-DAEMON@example.test>" }],
    ["own_mail", { from: "Tidewater <Privacy@tidewater.example>" }],
  ])("%s %o", ([reason, changes]) => {
    expect(understand(changes)).toMatchObject({ next: "set_aside", reason });
  });
});

describe("a person has to read", () => {
  test.for<[string, Partial<IncomingMail>, Partial<InboundRules>]>([
    ["unclear", { subject: "Hello" }, {}],
    ["reply", { headers: { "in-reply-to": "<1@example.test>" } }, {}],
    ["reply", { headers: { references: "<1@example.test>" } }, {}],
    ["reply", { subject: "Re: Please delete my data" }, {}],
    ["reply", { subject: "FWD: Please delete my data" }, {}],
    ["no_sender", { from: "" }, {}],
    ["no_sender", { from: "undisclosed" }, {}],
    ["no_sender", { from: "a@example.test, b@example.test" }, {}],
    ["channel_closed", {}, { isOffered: false }],
  ])("%s %o %o", ([reason, changes, more]) => {
    expect(understand(changes, more)).toMatchObject({ next: "waiting", reason });
  });
});
