import { conversations } from "@/db/schema";
import type { Agenda } from "../agenda";
import { type PlannedTurn, planConversation } from "../plan-conversation";
import type { Contact, Scene } from "../scene";
import { seededId } from "../seeded-id";
import { after, DAY, HOUR } from "../time";
import { addAiTraces } from "./ai";
import { addAutomationRun } from "./automations";
import { withdrawConsent } from "./consent";
import { addContact } from "./contacts";
import { addMessage, type Thread } from "./messages";
import { addOrder } from "./orders";
import { addActivity, addAudit, addContactAudit, addDebugTrace } from "./traces";

/**
 * Opens a conversation, and puts what is said in it on the agenda.
 *
 * @returns how many messages it will have: at least one, and no more than `atMost`.
 */
export function openConversation(scene: Scene, agenda: Agenda, at: Date, atMost: number): number {
  const { rows, random, workspaceId } = scene;
  const isReturning = scene.regulars.length > 0 && random.chance(0.2);
  const contact = isReturning ? random.pick(scene.regulars) : addContact(scene, at);
  const turns = planConversation(scene, contact, at, atMost);
  const lastMessageAt = turns.at(-1)?.at ?? at;

  const [firstConnection] = scene.connections;
  const isUsual = firstConnection !== undefined && random.chance(0.7);
  const thread: Thread = {
    id: seededId(random, at),
    contact,
    connection: isUsual ? firstConnection : random.pick(scene.connections),
    agent: random.pick(scene.members),
    lastProviderIds: { customer: null, agent: null },
  };
  rows.add(conversations, {
    workspaceId,
    id: thread.id,
    contactId: contact.id,
    groupId: null,
    channelConnectionId: thread.connection.id,
    assignedUserId: random.chance(0.85) ? thread.agent.id : null,
    state: stateAt(scene, lastMessageAt),
    lastMessageAt,
    createdAt: at,
  });

  agenda.add(at, () => addAutomationRun(scene, contact, at));
  if (random.chance(0.15)) agenda.add(at, () => addAudit(scene, at));
  if (random.chance(0.05)) {
    agenda.add(at, () => addContactAudit(scene, contact, thread.agent, at));
  }
  for (const turn of turns) agenda.add(turn.at, () => take(scene, thread, contact, turn));
  return turns.length;
}

/** A turn happens: the message, and what it leaves behind elsewhere. */
function take(scene: Scene, thread: Thread, contact: Contact, planned: PlannedTurn): void {
  const { random } = scene;
  const { turn, values, at } = planned;
  addMessage(scene, thread, turn, values, at);

  if (turn.kind === "text" && turn.from === "customer") {
    if (random.chance(0.15)) addAiTraces(scene, contact, turn.text, at);
    if (random.chance(0.1)) addDebugTrace(scene, contact, turn.text, at);
  }
  if (turn.from === "agent" && random.chance(0.2)) {
    addActivity(scene, contact, random.chance(0.9) ? thread.agent : null, at);
  }
  if (planned.ends === "order") addOrder(scene, contact, planned.sale, at);
  if (planned.ends === "stop") withdrawConsent(scene, contact, at);
}

function stateAt({ random, now }: Scene, lastMessageAt: Date): "open" | "snoozed" | "closed" {
  if (lastMessageAt > after(now, -12 * HOUR)) return "open";
  if (lastMessageAt > after(now, -5 * DAY)) return random.pick(["open", "snoozed", "closed"]);
  return random.chance(0.92) ? "closed" : "snoozed";
}
