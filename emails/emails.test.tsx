import { createTranslator } from "next-intl";
import type { ReactElement } from "react";
import { describe, expect, test } from "vitest";
import { intlSettings } from "@/lib/i18n/intl-settings";
import { mails } from "@/messages/en/mails";
import { renderMail } from "./render-mail";
import RequestCompleted from "./request-completed";
import RequestReceived from "./request-received";
import RequestRefused from "./request-refused";
import VerifyRequest from "./verify-request";

const t = createTranslator({ ...intlSettings("en"), namespace: "mails" });

type Mail = { name: string; subject: string; template: ReactElement };

const templates: Mail[] = [
  {
    name: "verify-request",
    subject: t("verify.subject"),
    template: <VerifyRequest {...VerifyRequest.PreviewProps} />,
  },
  {
    name: "request-received",
    subject: t("received.subject"),
    template: <RequestReceived {...RequestReceived.PreviewProps} />,
  },
  {
    name: "request-completed",
    subject: t("completed.subjectWithKept"),
    template: <RequestCompleted {...RequestCompleted.PreviewProps} />,
  },
  {
    name: "request-refused",
    subject: t("refused.subject"),
    template: <RequestRefused {...RequestRefused.PreviewProps} />,
  },
];

describe.each(templates)("the mail $name", ({ subject, template }) => {
  test("renders as a page in both colour schemes and as plain text", async () => {
    const { html, text } = await renderMail(template, "en");

    expect(html).toMatch(/^<!DOCTYPE html/);
    expect(html).toContain('lang="en"');
    expect(html).toContain("prefers-color-scheme: dark");
    expect(text).not.toMatch(/[<>]|&\w+;|undefined|\[object|NaN/);
    expect(text.length).toBeLessThan(2_000);
  });

  test("has a subject that fits a narrow inbox", () => {
    expect(subject.length).toBeGreaterThan(10);
    expect(subject.length).toBeLessThanOrEqual(60);
  });

  test("says who sends it and whom to ask, in both bodies", async () => {
    const { html, text } = await renderMail(template, "en");

    for (const body of [html, text]) {
      expect(body).toContain("Tidewater");
      expect(body).toContain("privacy@tidewater.example");
    }
  });

  test("fetches nothing and tracks nobody", async () => {
    const { html } = await renderMail(template, "en");

    expect(html).not.toMatch(/<img|<link |<script|<iframe|@import|url\(|srcset|background=/i);
  });
});

test("the verify mail carries the link, its validity and what to do if it was not you", async () => {
  const { verifyUrl } = VerifyRequest.PreviewProps;
  const { html, text } = await renderMail(<VerifyRequest {...VerifyRequest.PreviewProps} />, "en");

  expect(html.split(`href="${verifyUrl}"`)).toHaveLength(3);
  expect(text).toContain(verifyUrl);
  for (const body of [html, text]) {
    expect(body).toContain("for 60 minutes");
    expect(body).toContain("If it was not you, do nothing.");
  }
});

test.each([
  ["received", <RequestReceived key="received" {...RequestReceived.PreviewProps} />],
  ["completed", <RequestCompleted key="completed" {...RequestCompleted.PreviewProps} />],
  ["refused", <RequestRefused key="refused" {...RequestRefused.PreviewProps} />],
])("the %s mail gives the confirmation code and links to its page", async (_name, template) => {
  const { confirmationCode, statusUrl } = RequestReceived.PreviewProps;
  const { html, text } = await renderMail(template, "en");

  expect(html).toContain(`href="${statusUrl}"`);
  expect(text).toContain(`Confirmation code: ${confirmationCode}`);
  expect(text).toContain(statusUrl);
});

test("the received mail says by when it is done, and a grace period only where there is one", async () => {
  const props = RequestReceived.PreviewProps;
  const atOnce = await renderMail(<RequestReceived {...props} />, "en");
  const later = await renderMail(
    <RequestReceived {...props} purgeAfter={new Date("2026-11-29T00:00:00Z")} />,
    "en",
  );

  expect(atOnce.text).toContain("By 22 December 2026 at the latest");
  expect(atOnce.text).not.toContain("Nothing is deleted before");
  expect(later.text).toContain("Nothing is deleted before 29 November 2026.");
});

test("the completed mail names what is kept, why and until when, or that nothing is", async () => {
  const props = RequestCompleted.PreviewProps;
  const kept = await renderMail(<RequestCompleted {...props} />, "en");
  const nothingKept = await renderMail(<RequestCompleted {...props} retained={[]} />, "en");

  expect(kept.text).toContain(
    "Invoices. Tax and accounting law obliges us to keep them. Kept until 22 November 2033, then deleted.",
  );
  expect(kept.text).toContain("Kept for as long as this reason lasts.");
  expect(nothingKept.text).toContain("Nothing was kept.");
  expect(nothingKept.text).not.toContain("What we keep");
});

const reasons = Object.keys(mails.refused.reasons) as (keyof typeof mails.refused.reasons)[];

test.each(reasons)(
  "the refused mail states the reason %s and the right to complain",
  async (reason) => {
    const props = RequestRefused.PreviewProps;
    const { text } = await renderMail(<RequestRefused {...props} reason={reason} />, "en");

    expect(text).toContain(mails.refused.reasons[reason].reason);
    expect(text).toContain(mails.refused.reasons[reason].next);
    expect(text).toContain("right to complain to the data protection authority");
  },
);
