import { toPlainText } from "@react-email/render";
import { Resend } from "resend";
import { z } from "zod";
import { readFailure } from "@/lib/mail/read-delivery";
import type { IncomingMail, MailReader, Reading } from "./mail-reader";

const timeoutMilliseconds = 15_000;

/** More than people write; what machines write beyond it is cut off. */
const longestText = 64 * 1024;
const longestSubject = 1_000;

const Answer = z.object({
  from: z.string(),
  subject: z.string().nullish(),
  text: z.string().nullish(),
  html: z.string().nullish(),
  headers: z.record(z.string(), z.unknown()).nullish(),
  attachments: z
    .array(
      z.object({
        filename: z.string().nullish(),
        content_type: z.string().catch("application/octet-stream"),
        size: z.number().int().nonnegative().catch(0),
      }),
    )
    .catch([]),
});

type MailReaderOptions = { apiKey: string; baseUrl?: string | undefined };

/** A reader over Resend, which tells of a mail by its id and gives it out when asked. */
export function createMailReader({ apiKey, baseUrl }: MailReaderOptions): MailReader {
  const resend = new Resend(apiKey, baseUrl === undefined ? {} : { baseUrl });
  return {
    async read(providerId) {
      const signal = AbortSignal.timeout(timeoutMilliseconds);
      try {
        const response = await resend.emails.receiving.get(
          encodeURIComponent(providerId),
          { html_format: "cid" },
          { signal },
        );
        return response.error === null ? readAnswer(response.data) : readFailure(response);
      } catch (error) {
        if (!signal.aborted) throw error;
        return { ok: false, code: "no_answer_in_time", retryAfterSeconds: 5 };
      }
    },
  };
}

function readAnswer(data: unknown): Reading {
  const answer = Answer.safeParse(data);
  if (!answer.success) return { ok: false, code: "malformed_answer", retryAfterSeconds: 60 };
  const { from, subject, text, html, headers, attachments } = answer.data;
  return {
    ok: true,
    mail: {
      from,
      subject: (subject ?? "").slice(0, longestSubject),
      text: (text?.trim() || toPlainText((html ?? "").slice(0, 16 * longestText))).slice(
        0,
        longestText,
      ),
      headers: inSmallLetters(headers ?? {}),
      attachments: attachments.map(({ filename, content_type: type, size: bytes }) => ({
        name: filename ?? null,
        type,
        bytes,
      })),
    },
  };
}

function inSmallLetters(headers: Readonly<Record<string, unknown>>): IncomingMail["headers"] {
  const entries = Object.entries(headers).map(([name, value]) => [
    name.toLowerCase(),
    typeof value === "string" ? value : JSON.stringify(value),
  ]);
  return Object.fromEntries(entries);
}
