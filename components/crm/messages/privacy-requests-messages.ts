import type { ControllerRefusal, ControllerTaskState } from "@/lib/erasure/controllers/schemas";

const states = {
  open: "To answer",
  erasing: "Being erased",
  erased: "Erased",
  refused: "Refused",
  withdrawn: "Withdrawn",
} as const satisfies Record<ControllerTaskState, string>;

const reasons = {
  no_matching_data: "They are not our customer",
  identity_not_verified: "We could not make sure that it is them",
  legal_obligation: "The law obliges us to keep the records",
  legal_claims: "The records are needed for a legal claim",
} as const satisfies Record<ControllerRefusal, string>;

/** Copy of a workspace's requests by its customers. */
export const privacyRequestsMessages = {
  title: "Privacy requests",
  lead: "Customers who asked the platform to be forgotten. What you keep about them is yours to decide, and yours to answer in time.",
  nav: "Privacy requests",
  caption: "Requests by customers",
  empty: "Nobody has asked.",
  columns: { contact: "Contact", state: "State", due: "Answer by", received: "Asked" },
  gone: "Erased contact",
  states,
  reasons,
  back: "All privacy requests",
  heading: "A customer asks to be forgotten",
  facts: {
    name: "Contact",
    phone: "Phone",
    email: "E-mail",
    asker: "Asked from",
    asked: "Asked on",
    due: "Answer by",
    state: "State",
    words: "In their words",
  },
  proved: "They have proved that the e-mail address is theirs.",
  claimed:
    "They have named this number and not proved that it is theirs. Ask them in WhatsApp, at this number, before you erase anything.",
  erase: {
    title: "Erase this contact",
    text: "Their conversations, media, orders and consent go with them. This cannot be undone.",
    sure: "I am sure that the contact is the person who asks.",
    button: "Erase this contact",
  },
  refuse: {
    title: "Refuse",
    text: "They are told the reason, and that they can complain. They are not told that it was you.",
    reason: "Reason",
    button: "Refuse the request",
  },
  agent: "An owner or admin of this workspace has to answer it.",
} as const;
