import { invoices } from "@/db/schema";
import type { Scene } from "../scene";
import { seededId } from "../seeded-id";

const MONTHS = 12;
const SEAT_MINOR = 1_900;
const TAX_PERCENT = 21;

/** A year of invoices from the platform to the business. */
export function addInvoices(scene: Scene): void {
  const { rows, random, workspaceId, owner, business, now } = scene;

  for (let monthsAgo = MONTHS; monthsAgo >= 1; monthsAgo -= 1) {
    const issuedAt = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - monthsAgo + 1, 1));
    const messagesMinor = random.int(400, 9_000);
    const netMinor = SEAT_MINOR * scene.members.length + messagesMinor;
    rows.add(invoices, {
      workspaceId,
      id: seededId(random, issuedAt),
      number: `L-${issuedAt.toISOString().slice(0, 7)}-${random.digits(6)}`,
      issuedAt,
      currency: business.currency,
      netMinor,
      taxMinor: Math.round((netMinor * TAX_PERCENT) / 100),
      taxCountry: business.taxCountry,
      lines: [
        { text: "Team seats", quantity: scene.members.length, unitMinor: SEAT_MINOR },
        { text: "Conversations", quantity: 1, unitMinor: messagesMinor },
      ],
      billedToUserId: owner.id,
      billedToName: owner.name,
      billedToEmail: owner.email,
      billedToAddress: business.address,
    });
  }
}
