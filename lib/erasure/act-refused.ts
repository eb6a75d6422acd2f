import { ErasureError } from "./errors";
import type { ActRefusal } from "./status";

const codes = {
  not_offered: "channel_closed",
  already_extended: "wrong_state",
  too_late: "wrong_state",
  no_address: "wrong_state",
  already_asked: "wrong_state",
  not_a_duplicate: "wrong_state",
  paused: "wrong_state",
} as const satisfies Record<ActRefusal, ErasureError["code"]>;

/** A refusal of what an operator wanted to do, with a reason that tells them what to do instead. */
export class ActRefused extends ErasureError {
  readonly reason: ActRefusal;

  constructor(reason: ActRefusal, message: string) {
    super(codes[reason], message);
    this.name = "ActRefused";
    this.reason = reason;
  }
}
