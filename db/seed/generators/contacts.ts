import { contactAttributeValues, contacts, contactTags, lifecycleStage } from "@/db/schema";
import { SHARED_CUSTOMERS } from "../demo-people";
import { person } from "../person";
import type { Contact, Scene } from "../scene";
import { seededId } from "../seeded-id";
import { DAY } from "../time";
import { joinCampaigns } from "./campaigns";
import { addConsent } from "./consent";

const SHARED_EVERY = 4;
const PERSONS_PER_WORKSPACE = 1_000_003;
const REGULARS = 16;

/** Somebody writes for the first time: the contact, and what agents note about them. */
export function addContact(scene: Scene, createdAt: Date): Contact {
  const { rows, random, workspaceId } = scene;
  const ordinal = scene.contactCount;
  scene.contactCount += 1;

  const isShared = ordinal % SHARED_EVERY === 0 && ordinal / SHARED_EVERY < SHARED_CUSTOMERS;
  const who = person(
    isShared
      ? ordinal / SHARED_EVERY
      : SHARED_CUSTOMERS + scene.index * PERSONS_PER_WORKSPACE + ordinal,
  );
  const id = seededId(random, createdAt);
  const phone = isShared || random.chance(0.96) ? who.phone : null;
  const untilNow = (scene.now.getTime() - createdAt.getTime()) / DAY;

  rows.add(contacts, {
    workspaceId,
    id,
    name: who.name,
    phone,
    email: isShared || phone === null || random.chance(0.7) ? who.email : null,
    lifecycleStage: random.pick(lifecycleStage.enumValues),
    mergedIntoContactId: null,
    createdAt,
    updatedAt: new Date(createdAt.getTime() + Math.floor(random.next() * untilNow * DAY)),
  });

  const contact: Contact = { id, person: who, phone, createdAt };
  addNotes(scene, contact);
  addConsent(scene, contact);
  joinCampaigns(scene, contact);

  scene.regulars.push(contact);
  if (scene.regulars.length > REGULARS) scene.regulars.shift();
  return contact;
}

function addNotes(scene: Scene, contact: Contact): void {
  const { rows, random, workspaceId } = scene;
  const contactId = contact.id;

  for (const tagId of scene.tagIds) {
    if (!random.chance(0.25)) continue;
    rows.add(contactTags, {
      workspaceId,
      id: seededId(random, contact.createdAt),
      contactId,
      tagId,
    });
  }
  for (const { id: attributeId, values } of scene.attributes) {
    if (!random.chance(0.4)) continue;
    rows.add(contactAttributeValues, {
      workspaceId,
      id: seededId(random, contact.createdAt),
      contactId,
      attributeId,
      value: random.pick(values),
    });
  }
}
