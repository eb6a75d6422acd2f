import type { DeskAct, OperatorRefusal } from "@/lib/erasure/desk/status";

type Act = {
  button: string;
  title: string;
  text: string;
  submit: string;
  done: string;
  isDangerous?: true;
};

export const actMessages = {
  title: "Decide",
  none: "Nothing is left to decide.",
  acts: {
    verify_identity: {
      button: "Verify identity",
      title: "Verify the identity",
      text: "You have made sure, in another way than by the mailed link, who asks. The request then waits in review until you say whom it is about.",
      submit: "Identity is verified",
      done: "The identity is verified.",
    },
    approve: {
      button: "Approve",
      title: "Approve the request",
      text: "You have looked at who asks and for whom. The deletion is scheduled.",
      submit: "Approve and schedule",
      done: "The deletion is scheduled.",
      isDangerous: true,
    },
    start: {
      button: "Start now",
      title: "Start now",
      text: "The deletion starts at once, with the same checks as always. A legal hold still stops it.",
      submit: "Start now",
      done: "It starts within seconds.",
      isDangerous: true,
    },
    retry: {
      button: "Try again",
      title: "Try again",
      text: "The run looks at every step again and takes what is left. What it has counted stays counted.",
      submit: "Try again",
      done: "It is tried again within seconds.",
    },
    ask: {
      button: "Ask for more",
      title: "Ask the requester",
      text: "Your question goes out by mail, with a link to answer by. It is kept sealed with the request; no deadline moves.",
      submit: "Send the question",
      done: "The question is on its way.",
    },
    extend: {
      button: "Extend",
      title: "Extend the deadline",
      text: "Once, with a reason. The reason and the new day are mailed and stand on the status page.",
      submit: "Extend the deadline",
      done: "The deadline is extended.",
    },
    hold: {
      button: "Place a hold",
      title: "Place a legal hold",
      text: "Nothing that the hold covers is deleted until it is released or runs out. Then what it stopped goes on by itself.",
      submit: "Place the hold",
      done: "The hold stands.",
    },
    merge: {
      button: "Merge",
      title: "Merge into another request",
      text: "This request is closed in favour of the other one, which keeps the earlier of the two deadlines.",
      submit: "Merge",
      done: "The requests are merged.",
    },
    refuse: {
      button: "Refuse",
      title: "Refuse the request",
      text: "The reason and the right to complain are mailed, and stand on the status page.",
      submit: "Refuse the request",
      done: "The request is refused.",
      isDangerous: true,
    },
    cancel: {
      button: "Cancel",
      title: "Cancel the request",
      text: "The requester has taken it back. The address that it was made with is destroyed, and nobody is written to.",
      submit: "Cancel the request",
      done: "The request is cancelled.",
      isDangerous: true,
    },
  } satisfies Record<DeskAct, Act>,
  tellAgain: {
    button: "Tell them again",
    title: "Tell them again",
    text: "Those systems that could not be told are told once more, for up to three days. A receipt that was issued stays as it is.",
    submit: "Tell them again",
    done: "They are being told again.",
  },
  fields: {
    question: "Your question",
    questionHint: "Plain words, no names. Up to 2,000 characters.",
    reason: "Reason",
    choose: "Choose",
    days: "More days",
    daysHint: "At most {days}.",
    into: "Into",
    whom: "Whom it is about",
    whomHint: "Open what was asked first: it lists whom it may be about.",
    basis: "Basis",
    reference: "Reference",
    referenceHint: "The file's number. No names.",
    until: "Until",
    untilHint: "The last day on which it stands. Leave empty for no end.",
    category: "Of its data",
    everything: "Everything",
  },
  password: {
    label: "Your password",
    text: "For this, type your password once more.",
    submit: "Go on",
  },
  failed: "That did not work just now. Please try again.",
  refusals: {
    not_authorised: "You are no longer signed in as an operator.",
    channel_closed: "The policy does not provide for this.",
    slug_mismatch: "The slug is not the workspace's.",
    count_mismatch: "The number has changed meanwhile. Load the page again.",
    already_requested: "There is an open request for this subject.",
    not_found: "Nobody, or more than one, was found by that.",
    wrong_state: "The request has moved on meanwhile. Load the page again.",
    on_hold: "A legal hold stands. It goes on by itself when that ends.",
    sole_owner: "Somebody else has to own the workspace first.",
    not_offered: "The policy in force does not provide for this.",
    already_extended: "The deadline was extended before; it can be extended once.",
    too_late:
      "It is too late: an extension has to be told inside the first month, and before the deadline.",
    no_address: "Nobody left an address to write to.",
    already_asked: "The last question has not been answered yet.",
    not_a_duplicate: "The two requests are not about the same subject.",
    paused: "All purges are paused. Resume them first.",
    sign_in_again: "For this, type your password once more.",
    wrong_password: "The password is not right.",
    too_many_attempts: "Too many attempts. Wait a quarter of an hour.",
  } satisfies Record<OperatorRefusal, string>,
} as const;
