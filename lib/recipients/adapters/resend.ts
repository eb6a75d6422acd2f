import { and, asc, eq, gt, isNotNull } from "drizzle-orm";
import { z } from "zod";
import { contacts, integrationSettings } from "@/db/schema";
import { isOneOf } from "@/lib/erasure/engine";
import { contactIdsOf } from "../contact-ids-of";
import type { Http } from "../http/create-http";
import { oneKey } from "../one-key";
import type { Outcome } from "../outcome";
import { paged } from "../paged";
import type { CallSecret, PlanScope, Recipient } from "../recipient";
import { fileOutcome } from "./files";

/** Which of Resend's lists a workspace keeps its contacts' addresses in. */
const ResendConfig = z.object({
  contacts: z.boolean().default(false),
  suppressions: z.boolean().default(false),
});

/**
 * Resend, where a workspace has connected an account of its own: its contacts' entries in the contact
 * list and the suppression list. What stops mail to them here is the suppression that is kept.
 */
export function resend(baseUrl: string): Recipient {
  return {
    name: "resend",
    async *plan(scope) {
      const account = await accountOf(scope);
      if (account === null) return;
      const { acts, secret } = account;
      for await (const targets of addressPages(scope)) {
        for (const act of acts) {
          yield { act, chain: act, group: act, stage: 0, targets, secret };
        }
      }
    },
    acts: {
      delete_contact: (http, secret, email) => remove(http, baseUrl, ["contacts", email], secret),
      delete_suppression: (http, secret, email) =>
        remove(http, baseUrl, ["suppressions", email], secret),
    },
  };
}

async function accountOf({ tx, subject, secrets }: PlanScope): Promise<{
  acts: string[];
  secret: CallSecret | { failed: string };
} | null> {
  if (subject.kind !== "workspace" && subject.kind !== "contact") return null;
  const workspaceId = oneKey(subject.keys.workspaceId);
  const [setting] = await tx
    .select()
    .from(integrationSettings)
    .where(
      and(eq(integrationSettings.workspaceId, workspaceId), eq(integrationSettings.kind, "resend")),
    );
  const config = ResendConfig.safeParse(setting?.config);
  if (setting === undefined || !config.success) return null;
  const acts = [
    ...(config.data.contacts ? ["delete_contact"] : []),
    ...(config.data.suppressions ? ["delete_suppression"] : []),
  ];
  if (setting.secret === null) return { acts, secret: { failed: "no_credentials" } };
  const context = `integration_settings ${setting.id} secret`;
  const apiKey = await secrets.open(tx, { workspaceId, ciphertext: setting.secret, context });
  return { acts, secret: apiKey === null ? { failed: "credentials_unreadable" } : { apiKey } };
}

async function* addressPages({ tx, subject }: PlanScope): AsyncIterable<string[]> {
  const workspaceId = oneKey(subject.keys.workspaceId);
  const contactIds = contactIdsOf(subject);
  const pages = paged<{ id: string; email: string | null }>(async (after, limit) =>
    tx
      .select({ id: contacts.id, email: contacts.email })
      .from(contacts)
      .where(
        and(
          eq(contacts.workspaceId, workspaceId),
          isNotNull(contacts.email),
          contactIds === null ? undefined : isOneOf(contacts.id, contactIds),
          ...(after === null ? [] : [gt(contacts.id, after.id)]),
        ),
      )
      .orderBy(asc(contacts.id))
      .limit(limit),
  );
  for await (const page of pages) yield page.flatMap(({ email }) => email ?? []);
}

async function remove(
  http: Http,
  baseUrl: string,
  path: readonly string[],
  { apiKey = "" }: CallSecret,
): Promise<Outcome> {
  const answer = await http({
    method: "DELETE",
    url: new URL(`${baseUrl}/${path.map(encodeURIComponent).join("/")}`),
    headers: { Authorization: `Bearer ${apiKey}` },
  });
  return fileOutcome(answer, z.object({ deleted: z.literal(true) }));
}
