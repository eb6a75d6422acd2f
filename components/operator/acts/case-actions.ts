import type { ActOf } from "./use-act";

type OnRequest = { requestId: string };

export type HoldTerms = { category: string; basis: string; reference: string; until: string };

/** The acts of the desk on one request, as its page hands them over. */
export type CaseActions = {
  verifyIdentity: ActOf<OnRequest>;
  approve: ActOf<OnRequest & { subjectId: string | null; workspaceId: string | null }>;
  start: ActOf<OnRequest>;
  retry: ActOf<OnRequest>;
  ask: ActOf<OnRequest & { text: string }>;
  extend: ActOf<OnRequest & { reason: string; days: unknown }>;
  hold: ActOf<OnRequest & HoldTerms>;
  merge: ActOf<{ duplicateId: string; into: string }>;
  refuse: ActOf<OnRequest & { reason: string }>;
  cancel: ActOf<OnRequest>;
  confirmPassword: ActOf<string>;
};
