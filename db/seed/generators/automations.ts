import { automationRuns, automations } from "@/db/schema";
import type { Contact, Scene } from "../scene";
import { seededId } from "../seeded-id";
import { after, DAY, SECOND } from "../time";

/** The rules a workspace has made. */
export function addAutomations(scene: Scene): void {
  const { rows, random, workspaceId, business, openedAt } = scene;

  business.automations.forEach(({ name, trigger, reply }, position) => {
    const createdAt = after(openedAt, random.int(1, 25) * DAY);
    const id = seededId(random, createdAt);
    rows.add(automations, {
      workspaceId,
      id,
      name,
      trigger,
      definition: { when: trigger, actions: [{ send: reply }, { assign: scene.owner.name }] },
      isEnabled: position !== business.automations.length - 1,
      createdAt,
    });
    scene.automations.push({ id, trigger });
  });
}

/** One rule that fired for a contact, with what it was told about them. */
export function addAutomationRun(scene: Scene, contact: Contact, at: Date): void {
  const { rows, random, workspaceId } = scene;
  const { id: automationId, trigger } = random.pick(scene.automations);
  const isRunning = random.chance(0.05);
  const state = isRunning ? "running" : random.chance(0.08) ? "failed" : "done";

  rows.add(automationRuns, {
    workspaceId,
    id: seededId(random, at),
    automationId,
    contactId: contact.id,
    state,
    input: { trigger, name: contact.person.name, from: contact.phone ?? contact.person.email },
    startedAt: at,
    endedAt: isRunning ? null : after(at, random.int(1, 20) * SECOND),
  });
}
