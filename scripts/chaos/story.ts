import {
  openFormRequest,
  scheduleContactErasure,
  scheduleWorkspaceErasure,
  verifyRequest,
} from "@/lib/erasure";
import { erasureContext } from "@/lib/erasure-context";
import { filesContext } from "@/lib/files-context";
import { partKeys } from "@/lib/keys/part-keys";
import {
  type ConnectedWorkspace,
  createConnectedWorkspace,
} from "@/lib/recipients/testing/connected-workspace";
import { takeDueSnapshots } from "@/lib/snapshots/take-due-snapshots";
import { type Fingerprint, fingerprint } from "@/lib/testing/fingerprint";
import { addMessages } from "@/lib/testing/many-messages";
import type { Site } from "../site/site";

/** Who is in it: a workspace that goes, one of which a contact and an agent go, and one that stays. */
export type Story = {
  doomed: ConnectedWorkspace;
  shop: ConnectedWorkspace;
  neighbour: ConnectedWorkspace;
  /** What the neighbour held before anything happened. */
  before: Fingerprint;
};

/** @param messages how many the doomed workspace has besides. */
export async function tellStory(
  { connection: { db, sql }, master }: Site,
  { messages = 0 }: { messages?: number } = {},
): Promise<Story> {
  const doomed = await createConnectedWorkspace(db, master);
  const shop = await createConnectedWorkspace(db, master);
  const neighbour = await createConnectedWorkspace(db, master);
  await addMessages(sql, doomed.id, messages);
  // What a worker would do at some moment of its own: a run waits for uploads that were cut off.
  await partKeys(filesContext());
  await takeDueSnapshots(filesContext());
  return { doomed, shop, neighbour, before: await fingerprint(db, neighbour.id) };
}

/** Each asks in their own way; the form's is mailed a link first. */
export async function askForErasure({ doomed, shop }: Story): Promise<void> {
  await scheduleWorkspaceErasure(erasureContext({ type: "owner", userId: doomed.ownerId }), {
    workspaceId: doomed.id,
    confirmSlug: doomed.slug,
  });
  await scheduleContactErasure(erasureContext({ type: "owner", userId: shop.ownerId }), {
    workspaceId: shop.id,
    contactId: contactOf(shop),
  });
  await openFormRequest(
    erasureContext({ type: "requester" }),
    {
      email: agentOf(shop),
      requester: "workspace_admin",
      concern: "account",
      fullName: "Somebody",
      statement: true,
    },
    "en",
  );
}

/** Follows the link in the mail that the agent got. @returns whether there is one yet. */
export async function followLink({ outside }: Site, { shop }: Story): Promise<boolean> {
  const mail = outside.mails().find(({ to }) => to === agentOf(shop));
  const token = /verify\?token=([\w-]{43})/.exec(mail?.text ?? "")?.[1];
  if (token === undefined) return false;
  await verifyRequest(erasureContext({ type: "requester" }), token);
  return true;
}

/** The contact who goes. */
export function contactOf({ contactIds }: ConnectedWorkspace): string {
  const [contactId] = contactIds;
  if (contactId === undefined) throw new RangeError("It has no contact.");
  return contactId;
}

function agentOf({ slug }: ConnectedWorkspace): string {
  return `agent@${slug}.test`;
}
