import { and, eq } from "drizzle-orm";
import { channelConnections } from "@/db/schema";
import { hasSqlState, isFenced } from "@/lib/erasure";
import type { IngestContext } from "./ingest-context";
import { type Taken, takeMessage } from "./take-message";
import { takePreference } from "./take-preference";
import { takeStatus } from "./take-status";
import { type Happening, happeningsIn, type WebhookPayload } from "./webhook-payload";

/** What became of the parts of a delivery: refused for good, for all but `failed`. */
export type Outcome =
  | Taken
  | "frozen"
  | "unknown_message"
  | "unknown_number"
  | "unreadable"
  | "failed";

export type Ingested = {
  outcomes: Readonly<Partial<Record<Outcome, number>>>;
  /** What went wrong, for the log; those parts have to be delivered again. */
  errors: unknown[];
};

/** Raised by a unique key: the same message by another delivery, at the same moment. */
const uniqueViolation = "23505";
const attempts = 3;

/**
 * Takes in a delivery of WhatsApp's webhook, part by part, each in a transaction of its own: what fails
 * takes nothing else along, and a delivery that is repeated changes nothing.
 */
export async function ingestWebhook(
  ctx: IngestContext,
  payload: WebhookPayload,
): Promise<Ingested> {
  const outcomes: Partial<Record<Outcome, number>> = {};
  const errors: unknown[] = [];
  const count = (outcome: Outcome, by = 1) => {
    if (by > 0) outcomes[outcome] = (outcomes[outcome] ?? 0) + by;
  };
  for (const happening of happeningsIn(payload)) {
    count("unreadable", happening.unreadable);
    const parts = await partsOf(ctx, happening);
    if (parts === null) {
      count("unknown_number");
      continue;
    }
    for (const part of parts) {
      try {
        count(await settle(part));
      } catch (error) {
        count("failed");
        errors.push(error);
      }
    }
  }
  return { outcomes, errors };
}

type Part = () => Promise<Outcome>;

/** Null where no connected workspace has the number: its messages are nobody's here. */
async function partsOf(ctx: IngestContext, happening: Happening): Promise<Part[] | null> {
  const { phoneNumberId, messages, statuses, preferences, names } = happening;
  const connections = await ctx.db
    .select({ id: channelConnections.id, workspaceId: channelConnections.workspaceId })
    .from(channelConnections)
    .where(
      and(
        eq(channelConnections.phoneNumberId, phoneNumberId),
        eq(channelConnections.kind, "whatsapp"),
        eq(channelConnections.state, "connected"),
      ),
    );
  if (connections.length === 0) return null;
  return connections.flatMap(({ id, workspaceId }) => [
    ...messages.map((message): Part => {
      const senderName = names.get(message.from) ?? null;
      return () => takeMessage(ctx, { workspaceId, channelConnectionId: id, message, senderName });
    }),
    ...statuses.map(
      (report): Part =>
        () =>
          takeStatus(ctx, { workspaceId, report }),
    ),
    ...preferences.map(
      (preference): Part =>
        () =>
          takePreference(ctx, { workspaceId, preference }),
    ),
  ]);
}

/**
 * Refused by a fence, it looks again: whoever it is for may be gone by then, and then it is known what
 * to do with it. A workspace that is being erased refuses for good.
 */
async function settle(part: Part): Promise<Outcome> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await part();
    } catch (error) {
      const isLast = attempt === attempts;
      if (isFenced(error)) {
        if (isLast) return "frozen";
      } else if (isLast || !hasSqlState(error, uniqueViolation)) throw error;
    }
  }
}
