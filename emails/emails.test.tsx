import { createTranslator } from "next-intl";
import type { ReactElement } from "react";
import { describe, expect, test } from "vitest";
import { subjectKinds } from "@/db/erasure-map";
import { intlSettings } from "@/lib/i18n/intl-settings";
import { type Language, languages } from "@/lib/i18n/languages";
import { mails } from "@/messages/en/mails";
import AccountCode from "./account-code";
import AnswersDue from "./answers-due";
import ExportOver from "./export-over";
import Invitation from "./invitation";
import { renderMail } from "./render-mail";
import RequestCompleted from "./request-completed";
import RequestExtended from "./request-extended";
import RequestQuestion from "./request-question";
import RequestReceived from "./request-received";
import RequestRefused from "./request-refused";
import RequestsDue from "./requests-due";
import VerifyRequest from "./verify-request";

const reasons = Object.keys(mails.refused.reasons) as (keyof typeof mails.refused.reasons)[];

type Mail = { name: string; subject: (language: Language) => string; template: ReactElement };

const subjectAt = (key: SubjectKey) => (language: Language) =>
  createTranslator({ ...intlSettings(language), namespace: "mails" })(key, { count: 4 });

type SubjectKey =
  | `${"verify" | "received" | "question" | "extended" | "completed" | "refused" | "invitation"}.subject`
  | `due.${"operators" | "controllers"}.subject`
  | `export.${"ready" | "failed"}.subject`
  | `code.${"erase_account" | "change_email"}.subject`;

const completed = RequestCompleted.PreviewProps;
const nothingKept = { ...completed, retained: [], backupsGoneBy: completed.completedAt };
const received = RequestReceived.PreviewProps;
const cancelUrl =
  "https://app.tidewater.example/en/data-deletion/cancel?token=u6nS0pX3ZQ0b0m4n3mJm2vQk8w1yT5hL7cR9aEfGdBo";
const withLink = { ...received, purgeAfter: received.dueAt, cancelUrl };
const inReview = { ...received, purgeAfter: received.dueAt, mayAskForMore: true } as const;

const templates: Mail[] = [
  ...subjectKinds.flatMap((subjectKind): Mail[] => [
    {
      name: `verify-request of ${subjectKind}`,
      subject: subjectAt("verify.subject"),
      template: <VerifyRequest {...VerifyRequest.PreviewProps} subjectKind={subjectKind} />,
    },
    {
      name: `request-received of ${subjectKind}`,
      subject: subjectAt("received.subject"),
      template: <RequestReceived {...received} subjectKind={subjectKind} />,
    },
    {
      name: `request-completed of ${subjectKind}`,
      subject: subjectAt("completed.subject"),
      template: <RequestCompleted {...completed} subjectKind={subjectKind} />,
    },
  ]),
  ...(["authorisation", "identity", "forwarding"] as const).map((review) => ({
    name: `request-received, in review for ${review}`,
    subject: subjectAt("received.subject"),
    template: <RequestReceived {...inReview} review={review} />,
  })),
  {
    name: "request-received, with a way back",
    subject: subjectAt("received.subject"),
    template: <RequestReceived {...withLink} />,
  },
  ...(["erase_account", "change_email"] as const).map((purpose) => ({
    name: `account-code, ${purpose}`,
    subject: subjectAt(`code.${purpose}.subject`),
    template: <AccountCode {...AccountCode.PreviewProps} purpose={purpose} />,
  })),
  ...(["owner", "admin", "agent"] as const).map((role) => ({
    name: `invitation of an ${role}`,
    subject: subjectAt("invitation.subject"),
    template: <Invitation {...Invitation.PreviewProps} role={role} />,
  })),
  ...([null, "scheduled"] as const).map((deletion) => ({
    name: `export-over, ready, deletion ${deletion}`,
    subject: subjectAt("export.ready.subject"),
    template: <ExportOver {...ExportOver.PreviewProps} deletion={deletion} />,
  })),
  {
    name: "export-over, failed",
    subject: subjectAt("export.failed.subject"),
    template: <ExportOver {...ExportOver.PreviewProps} until={null} deletion="not_started" />,
  },
  ...(["complexity", "number_of_requests", "more_proof_needed"] as const).map((reason) => ({
    name: `request-extended, ${reason}`,
    subject: subjectAt("extended.subject"),
    template: <RequestExtended {...RequestExtended.PreviewProps} reason={reason} />,
  })),
  {
    name: "requests-due",
    subject: subjectAt("due.operators.subject"),
    template: <RequestsDue {...RequestsDue.PreviewProps} />,
  },
  ...[true, false].map((isLate) => ({
    name: `answers-due, ${isLate ? "late" : "in time"}`,
    subject: subjectAt("due.controllers.subject"),
    template: <AnswersDue {...AnswersDue.PreviewProps} isLate={isLate} />,
  })),
  {
    name: "request-completed, with nothing kept",
    subject: subjectAt("completed.subject"),
    template: <RequestCompleted {...nothingKept} />,
  },
  ...reasons.map((reason) => ({
    name: `request-refused, ${reason}`,
    subject: subjectAt("refused.subject"),
    template: <RequestRefused {...RequestRefused.PreviewProps} reason={reason} />,
  })),
];

const everyMail = (Object.keys(languages) as Language[]).flatMap((language) =>
  templates.map(({ subject, ...mail }) => ({ ...mail, language, subject: subject(language) })),
);

describe.each(everyMail)("the mail $name in $language", ({ subject, template, language }) => {
  const { direction } = languages[language];

  test("renders as a page in both colour schemes and as plain text, in its language", async () => {
    const { html, text } = await renderMail(template, language);

    expect(html).toMatch(/^<!DOCTYPE html/);
    expect(html).toMatch(new RegExp(`<html[^>]* lang="${language}"`));
    expect(html).toMatch(new RegExp(`<html[^>]* dir="${direction}"`));
    expect(html).toContain("prefers-color-scheme: dark");
    expect(html).not.toMatch(/\bmails\.|MISSING_MESSAGE/);
    expect(text).not.toMatch(/[<>{}]|&\w+;|undefined|\[object|NaN|\bmails\./);
    expect(text.length).toBeLessThan(2_000);
    for (const line of text.split("\n")) expect(line, line).toMatch(inItsScript[language]);
  });

  test("has a subject that fits a narrow inbox, says who sends it and fetches nothing", async () => {
    const { html, text } = await renderMail(template, language);

    expect(subject.length).toBeGreaterThan(10);
    expect(subject.length).toBeLessThanOrEqual(60);
    for (const body of [html, text]) {
      expect(body).toContain("Tidewater");
      expect(body).toContain("privacy@tidewater.example");
    }
    expect(html).not.toMatch(/<img|<link |<script|<iframe|@import|url\(|srcset|background=/i);
  });

  test("sets apart what runs from left to right", async () => {
    const { html } = await renderMail(template, language);
    const isolated = html.replace(/<bdi dir="ltr"[^>]*>.*?<\/bdi>/gs, "").replace(/<[^>]+>/g, " ");

    expect(isolated).not.toMatch(/@tidewater|https:|k3Vn8QpW2xRt7YbL5mZd/);
  });
});

/**
 * A line of a plain mail is in the language's script, or it is an address, a name or a rule. By its
 * first strong letter a line of Arabic runs from right to left.
 */
const inItsScript: Record<Language, RegExp> = {
  en: /^/,
  ar: /^(?:[^\p{L}]*[\p{Script=Arabic}\u200f]|https:\S+$|Tidewater$|[-\s]*$)/u,
  hi: /^(?:.*\p{Script=Devanagari}|https:\S+$|Tidewater$|[-\s]*$)/u,
  id: /^/,
};

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
  expect(later.text).not.toContain("Take the request back");
  const revocable = await renderMail(<RequestReceived {...withLink} />, "en");
  expect(revocable.text).toContain(`Take the request back: ${cancelUrl}`);
});

test("the mail with a question has it in both bodies, and the link to answer it by", async () => {
  const { question, replyUrl } = RequestQuestion.PreviewProps;
  const { html, text } = await renderMail(
    <RequestQuestion {...RequestQuestion.PreviewProps} />,
    "en",
  );

  expect(html.split(`href="${replyUrl}"`)).toHaveLength(3);
  for (const body of [html, text]) expect(body).toContain(question);
  expect(text).toContain(`Answer the question: ${replyUrl}`);
  expect(text).toContain("until 6 December 2026");
});

test("the mail about an extension names both days and the right to complain", async () => {
  const { text } = await renderMail(<RequestExtended {...RequestExtended.PreviewProps} />, "en");

  expect(text).toContain("an answer by 22 December 2026. We now need until 21 January 2027");
  expect(text).toContain("right to complain to the data protection authority");
});

test("the mail with a code has it in both bodies, in two groups, and says who asked", async () => {
  const { html, text } = await renderMail(<AccountCode {...AccountCode.PreviewProps} />, "en");

  for (const body of [html, text]) expect(body).toContain("4820 1957");
  expect(text).toContain("because somebody who is signed in asked for it");
});

test("the completed mail names what is kept, why and until when, or that nothing is", async () => {
  const props = RequestCompleted.PreviewProps;
  const kept = await renderMail(<RequestCompleted {...props} />, "en");
  const withNothing = await renderMail(<RequestCompleted {...props} retained={[]} />, "en");

  expect(kept.text).toContain(
    "Invoices. Tax and accounting law obliges us to keep them. Kept until 22 November 2033, then deleted.",
  );
  expect(kept.text).toContain("Kept for as long as this reason lasts.");
  expect(withNothing.text).toContain("Nothing was kept.");
  expect(withNothing.text).not.toContain("What we keep");
});

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
