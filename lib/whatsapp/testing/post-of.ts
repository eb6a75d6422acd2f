import type { TestWorkspace } from "@/lib/testing/create-workspace";
import { sentMessage, whatsAppDelivery } from "@/lib/testing/whatsapp-delivery";
import { WebhookPayload } from "../webhook-payload";
import type { Reported, Traffic, Written } from "./any-traffic";
import type { Held } from "./held-by";

const second = 1_000;

type Party = { workspace: TestWorkspace; held: Held };
type Parties = { mine: Party; live: Party; now: Date };

/** Traffic as Meta delivers it, and what each of the two workspaces is told by it. */
export type Post = {
  deliveries: WebhookPayload[];
  /** Everything in one, as it was sent. */
  all: WebhookPayload;
  told: Record<"mine" | "live", (Written & { id: string })[]>;
  /** As {@link Held} says it. */
  reported: Record<"mine" | "live", string[]>;
};

export function postOf({ sent, deliveries }: Traffic, parties: Parties): Post {
  const idOf = (at: number) => `wamid.${parties.mine.workspace.slug}.${at}`;
  const sentTo = (party: "mine" | "live") => ({
    told: sent.flatMap((one, at) =>
      "from" in one && one.to === party ? [{ ...one, id: idOf(at) }] : [],
    ),
    reported: sent.flatMap((one) =>
      "status" in one && one.to === party && one.about?.sender === party
        ? [`${messageOf(one, parties)} ${one.status}`]
        : [],
    ),
  });
  const delivery = (indexes: readonly number[]) =>
    WebhookPayload.parse(
      whatsAppDelivery(
        ...indexes.flatMap((at) => {
          const one = sent[at];
          return one === undefined ? [] : [happened(one, idOf(at), parties)];
        }),
      ),
    );
  const [mine, live] = [sentTo("mine"), sentTo("live")];
  return {
    deliveries: deliveries.map(delivery),
    all: delivery([...sent.keys()]),
    told: { mine: mine.told, live: live.told },
    reported: { mine: mine.reported, live: live.reported },
  };
}

function happened(one: Written | Reported, id: string, parties: Parties) {
  const phoneNumberId =
    one.to === "nobodys" ? "phone-of-nobody" : `phone-${parties[one.to].workspace.slug}`;
  if ("status" in one) {
    const report = { id: messageOf(one, parties), status: one.status };
    const timestamp = String(Math.floor(+parties.now / second));
    return { phoneNumberId, statuses: [{ ...report, timestamp }] };
  }
  const { from, seconds, group } = one;
  const at = new Date(+parties.now + seconds * second);
  const inGroup = group === undefined ? {} : { group_id: group };
  return { phoneNumberId, messages: [sentMessage({ id, from, at, ...inGroup })] };
}

function messageOf({ about }: Reported, parties: Parties): string {
  if (about === null) return "wamid.nobody-knows";
  const { workspace, held } = parties[about.sender];
  return held.sentTo(workspace.contactIds[about.contact] ?? "");
}
