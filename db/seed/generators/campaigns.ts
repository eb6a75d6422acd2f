import { campaignRecipients, campaigns, templates } from "@/db/schema";
import type { Contact, Scene } from "../scene";
import { seededId } from "../seeded-id";
import { after, DAY, MINUTE } from "../time";

const states = ["sent", "replied", "sent", "failed"] as const;

/** The templates a workspace has had approved, and campaigns spread over the year. */
export function addCampaigns(scene: Scene): void {
  const { rows, random, workspaceId, business, openedAt } = scene;

  const templateIds = business.templates.map((template) => {
    const createdAt = after(openedAt, random.int(1, 20) * DAY);
    const id = seededId(random, createdAt);
    const isApproved = !random.chance(0.2) || template === business.templates[0];
    const providerTemplateId = isApproved ? random.digits(16) : null;
    rows.add(templates, { workspaceId, id, ...template, providerTemplateId, createdAt });
    return id;
  });

  const span = scene.now.getTime() - scene.historyFrom.getTime();
  business.campaigns.forEach((name, position) => {
    const share = (position + 1) / business.campaigns.length;
    const isDraft = position === business.campaigns.length - 1;
    const scheduledAt = after(scene.historyFrom, Math.round(span * share) - 5 * DAY);
    const createdAt = after(scheduledAt, -3 * DAY);
    const id = seededId(random, createdAt);
    rows.add(campaigns, {
      workspaceId,
      id,
      templateId: random.pick(templateIds),
      segmentId: position === 0 ? null : random.pick(scene.segmentIds),
      createdByUserId: random.pick(scene.members).id,
      name,
      state: isDraft ? "scheduled" : "sent",
      scheduledAt,
      createdAt,
    });
    scene.campaigns.push({ id, scheduledAt });
  });
}

/** Puts a new contact on the list of campaigns that are still to come. */
export function joinCampaigns(scene: Scene, contact: Contact): void {
  const { rows, random, workspaceId } = scene;

  for (const { id: campaignId, scheduledAt } of scene.campaigns) {
    if (scheduledAt <= contact.createdAt || !random.chance(0.5)) continue;
    const state = random.chance(0.1) ? "queued" : random.pick(states);
    const sentAt = after(scheduledAt, random.int(0, 240) * MINUTE);
    rows.add(campaignRecipients, {
      workspaceId,
      id: seededId(random, contact.createdAt),
      campaignId,
      contactId: contact.id,
      state,
      sentAt: state === "queued" ? null : sentAt,
    });
  }
}
