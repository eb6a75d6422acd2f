import { and, asc, eq, gt } from "drizzle-orm";
import { z } from "zod";
import { aiProviderFiles, integrationSettings } from "@/db/schema";
import { isOneOf } from "@/lib/erasure/engine";
import { contactIdsOf } from "../contact-ids-of";
import type { Answer } from "../http/answer";
import { oneKey } from "../one-key";
import { alreadyGone, done, type Outcome, outcomeOf } from "../outcome";
import { paged } from "../paged";
import type { CallSecret, PlannedCall, PlanScope } from "../recipient";

/**
 * The files of a workspace or a contact that lie with an AI provider, page by page, to be deleted with
 * the workspace's own key for that provider, or else the platform's.
 */
export async function* plannedFiles(
  scope: PlanScope,
  provider: string,
  platformKey: string | undefined,
): AsyncIterable<PlannedCall> {
  const { tx, subject } = scope;
  if (subject.kind !== "workspace" && subject.kind !== "contact") return;
  const workspaceId = oneKey(subject.keys.workspaceId);
  const contactIds = contactIdsOf(subject);
  const pages = paged<{ id: string; fileId: string }>(async (after, limit) =>
    tx
      .select({ id: aiProviderFiles.id, fileId: aiProviderFiles.providerFileId })
      .from(aiProviderFiles)
      .where(
        and(
          eq(aiProviderFiles.workspaceId, workspaceId),
          eq(aiProviderFiles.provider, provider),
          contactIds === null ? undefined : isOneOf(aiProviderFiles.contactId, contactIds),
          ...(after === null ? [] : [gt(aiProviderFiles.id, after.id)]),
        ),
      )
      .orderBy(asc(aiProviderFiles.id))
      .limit(limit),
  );
  for await (const page of pages) {
    yield {
      act: "delete_file",
      chain: provider,
      group: provider,
      stage: 0,
      targets: page.map(({ fileId }) => fileId),
      secret: await keyOf(scope, { workspaceId, provider, platformKey }),
    };
  }
}

async function keyOf(
  { tx, secrets }: PlanScope,
  given: { workspaceId: string; provider: string; platformKey: string | undefined },
): Promise<CallSecret | { failed: string }> {
  const { workspaceId, provider, platformKey } = given;
  const [own] = await tx
    .select({ id: integrationSettings.id, secret: integrationSettings.secret })
    .from(integrationSettings)
    .where(
      and(eq(integrationSettings.workspaceId, workspaceId), eq(integrationSettings.kind, provider)),
    );
  if (own === undefined || own.secret === null) {
    return platformKey === undefined ? { failed: "no_credentials" } : { apiKey: platformKey };
  }
  const context = `integration_settings ${own.id} secret`;
  const apiKey = await secrets.open(tx, { workspaceId, ciphertext: own.secret, context });
  return apiKey === null ? { failed: "credentials_unreadable" } : { apiKey };
}

/** @param Deleted what the provider says of a file that is gone by this call. */
export function fileOutcome(answer: Answer, Deleted: z.ZodType): Outcome {
  if (!answer.isAnswer) return outcomeOf(answer);
  const isJson = z.object({}).safeParse(answer.body).success;
  // Any server has a 404; the provider's own comes with its words.
  if (answer.status === 404 && isJson) return alreadyGone;
  if (answer.status === 401 && isJson) return { kind: "failed", code: "access_revoked" };
  if (answer.status < 300 && Deleted.safeParse(answer.body).success) return done;
  return outcomeOf(answer);
}
