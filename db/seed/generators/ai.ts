import { createHash } from "node:crypto";
import { aiCacheEntries, aiLogs, aiProviderFiles } from "@/db/schema";
import type { Contact, Scene } from "../scene";
import { seededId } from "../seeded-id";
import { after, DAY } from "../time";

const providers = [
  { provider: "openai", model: "assistant-small", filePrefix: "file-" },
  { provider: "anthropic", model: "assistant-fast", filePrefix: "file_" },
] as const;

/** Answers to common questions, which are about nobody. */
export function addCommonQuestions(scene: Scene): void {
  for (const { question, answer } of scene.business.questions) {
    cache(scene, null, question, answer, after(scene.openedAt, 5 * DAY));
  }
}

/** The assistant reads along: what it was told about a contact and what it proposed. */
export function addAiTraces(scene: Scene, contact: Contact, words: string, at: Date): void {
  const { rows, random, workspaceId } = scene;
  const { provider, model, filePrefix } = random.pick(providers);
  const { name, shortName, email, address } = contact.person;
  const prompt = `Draft a reply to ${name} (${contact.phone ?? email}, ${address}): “${words}”`;
  const response = `Thank you, ${shortName}! I will look into it at once.`;

  rows.add(aiLogs, {
    workspaceId,
    id: seededId(random, at),
    contactId: contact.id,
    provider,
    model,
    prompt,
    response,
    tokensUsed: Math.ceil((prompt.length + response.length) / 4),
    createdAt: at,
  });
  if (random.chance(0.3)) cache(scene, contact, `${prompt} (${at.toISOString()})`, response, at);
  if (random.chance(0.2)) {
    rows.add(aiProviderFiles, {
      workspaceId,
      id: seededId(random, at),
      contactId: contact.id,
      provider,
      providerFileId: filePrefix + random.hex(24),
      fileName: `chat with ${name}.jsonl`,
      createdAt: at,
    });
  }
}

function cache(
  scene: Scene,
  contact: Contact | null,
  prompt: string,
  response: string,
  createdAt: Date,
): void {
  scene.rows.add(aiCacheEntries, {
    workspaceId: scene.workspaceId,
    id: seededId(scene.random, createdAt),
    contactId: contact?.id ?? null,
    promptDigest: createHash("sha256").update(prompt).digest("hex"),
    prompt,
    response,
    createdAt,
  });
}
