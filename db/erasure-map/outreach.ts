import { blank, blankedFor, erase, mayMention, notAbout, where } from "@/lib/erasure/engine";
import type {
  automationRuns,
  automations,
  campaignRecipients,
  campaigns,
  templates,
} from "../schema";
import type { VerdictsOn } from "./verdicts-on";
import { keep, ofContact, ofWorkspace, persons, wordsOfOthers } from "./vocabulary";

/** Templates, campaigns and automations, and whom they reached. */
export const outreach = {
  templates: {
    category: "campaigns",
    rows: {
      workspace: erase(ofWorkspace),
      contact: notAbout,
      account: notAbout,
      meta_user: notAbout,
    },
    columns: {
      ...keep(
        "workspaceId",
        "id",
        "name",
        "language",
        "category",
        "providerTemplateId",
        "createdAt",
      ),
      body: mayMention(persons, wordsOfOthers),
    },
  },
  campaigns: {
    category: "campaigns",
    rows: {
      workspace: erase(ofWorkspace),
      contact: notAbout,
      account: blank(where({ createdByUserId: "userId" })),
      meta_user: notAbout,
    },
    columns: {
      ...keep(
        "workspaceId",
        "id",
        "templateId",
        "segmentId",
        "name",
        "state",
        "scheduledAt",
        "createdAt",
      ),
      createdByUserId: blankedFor(["account"]),
    },
  },
  campaignRecipients: {
    category: "campaigns",
    rows: {
      workspace: erase(ofWorkspace),
      contact: erase(ofContact),
      account: notAbout,
      meta_user: notAbout,
    },
    columns: keep("workspaceId", "id", "campaignId", "contactId", "state", "sentAt"),
  },
  automations: {
    category: "automations",
    rows: {
      workspace: erase(ofWorkspace),
      contact: notAbout,
      account: notAbout,
      meta_user: notAbout,
    },
    columns: keep("workspaceId", "id", "name", "trigger", "definition", "isEnabled", "createdAt"),
  },
  automationRuns: {
    category: "automations",
    rows: {
      workspace: erase(ofWorkspace),
      contact: erase(ofContact),
      account: notAbout,
      meta_user: notAbout,
    },
    columns: keep(
      "workspaceId",
      "id",
      "automationId",
      "contactId",
      "state",
      "input",
      "startedAt",
      "endedAt",
    ),
  },
} satisfies VerdictsOn<{
  templates: typeof templates;
  campaigns: typeof campaigns;
  campaignRecipients: typeof campaignRecipients;
  automations: typeof automations;
  automationRuns: typeof automationRuns;
}>;
