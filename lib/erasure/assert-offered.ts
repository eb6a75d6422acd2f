import type { Channel, ErasureContext } from "./context";
import { ErasureError } from "./errors";

/** @throws ErasureError `channel_closed` when the policy profile does not offer this way to ask. */
export function assertOffered({ rules }: ErasureContext, channel: Channel): void {
  if (rules.channels.includes(channel)) return;
  throw new ErasureError(
    "channel_closed",
    `The profile ${rules.profile} does not offer ${channel}.`,
  );
}
