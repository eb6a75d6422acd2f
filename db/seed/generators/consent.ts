import { consentRecords, suppressionEntries } from "@/db/schema";
import { fictionalPhone, PHONE_CAPACITY } from "../data/phone-ranges";
import type { Contact, Scene } from "../scene";
import { seededId } from "../seeded-id";
import { after, DAY } from "../time";

const FORMER_CUSTOMERS = 3;
const FORMER_CUSTOMERS_FROM = 80_000;
const MOST_SUPPRESSIONS = 500;

/** People who had told the business to stop before the year began, and are no contacts any more. */
export function addFormerCustomers(scene: Scene): void {
  for (let ordinal = 0; ordinal < FORMER_CUSTOMERS; ordinal += 1) {
    const slot =
      (FORMER_CUSTOMERS_FROM + scene.index * FORMER_CUSTOMERS + ordinal) % PHONE_CAPACITY;
    suppress(scene, fictionalPhone(slot), after(scene.openedAt, 10 * DAY));
  }
}

/** That a new contact agreed to be written to, and how they said so. */
export function addConsent(scene: Scene, contact: Contact): void {
  const { random } = scene;
  const { person } = contact;
  record(scene, contact, "service_messages", "granted", `${person.name} wrote first`);
  if (random.chance(0.6)) {
    const evidence = random.chance(0.7) ? `form on the shop’s page, ${person.email}` : null;
    record(scene, contact, "marketing", "granted", evidence);
  }
}

/** A contact says stop: consent is withdrawn, and their number suppressed. */
export function withdrawConsent(scene: Scene, contact: Contact, at: Date): void {
  record(scene, contact, "marketing", "withdrawn", "wrote STOP", at);
  if (contact.phone !== null) suppress(scene, contact.phone, at);
}

function suppress(scene: Scene, phone: string, at: Date): void {
  if (scene.suppressedPhones.size >= MOST_SUPPRESSIONS || scene.suppressedPhones.has(phone)) return;
  scene.suppressedPhones.add(phone);
  scene.rows.add(suppressionEntries, {
    workspaceId: scene.workspaceId,
    id: seededId(scene.random, at),
    channel: "whatsapp",
    addressDigest: scene.keys.digest("phone", phone),
    createdAt: at,
  });
}

function record(
  scene: Scene,
  contact: Contact,
  purpose: string,
  state: "granted" | "withdrawn",
  evidence: string | null,
  recordedAt = contact.createdAt,
): void {
  scene.rows.add(consentRecords, {
    workspaceId: scene.workspaceId,
    id: seededId(scene.random, recordedAt),
    contactId: contact.id,
    purpose,
    state,
    evidence,
    recordedAt,
  });
}
