import {
  erase,
  identifying,
  mayMention,
  notAbout,
  retain,
  unreachable,
  where,
} from "@/lib/erasure/engine";
import type {
  addressTombstones,
  consentRecords,
  contactAttributeValues,
  contactFences,
  contacts,
  contactTags,
  customAttributes,
  segments,
  suppressionEntries,
  tags,
} from "../schema";
import type { VerdictsOn } from "./verdicts-on";
import { keep, ofContact, ofWorkspace, recordOfOthers } from "./vocabulary";

/** Contacts and what agents have noted about them. */
export const contactRecords = {
  contacts: {
    category: "contacts",
    rows: {
      workspace: erase(ofWorkspace),
      contact: erase(where({ workspaceId: "workspaceId", id: "contactId" })),
      account: notAbout,
      meta_user: notAbout,
    },
    columns: {
      ...keep("workspaceId", "lifecycleStage", "mergedIntoContactId", "createdAt", "updatedAt"),
      id: identifying(["contact"]),
      name: identifying(["contact"], mayMention(["account", "meta_user"], recordOfOthers)),
      phone: identifying(["contact"], mayMention(["account", "meta_user"], recordOfOthers)),
      email: identifying(["contact"], mayMention(["account", "meta_user"], recordOfOthers)),
      searchTerms: mayMention(["account", "meta_user"], recordOfOthers),
    },
  },
  tags: {
    category: "contacts",
    rows: {
      workspace: erase(ofWorkspace),
      contact: notAbout,
      account: notAbout,
      meta_user: notAbout,
    },
    columns: keep("workspaceId", "id", "name", "color"),
  },
  contactTags: {
    category: "contacts",
    rows: {
      workspace: erase(ofWorkspace),
      contact: erase(ofContact),
      account: notAbout,
      meta_user: notAbout,
    },
    columns: keep("workspaceId", "id", "contactId", "tagId"),
  },
  segments: {
    category: "contacts",
    rows: {
      workspace: erase(ofWorkspace),
      contact: notAbout,
      account: notAbout,
      meta_user: notAbout,
    },
    columns: keep("workspaceId", "id", "name", "filter", "createdAt"),
  },
  customAttributes: {
    category: "contacts",
    rows: {
      workspace: erase(ofWorkspace),
      contact: notAbout,
      account: notAbout,
      meta_user: notAbout,
    },
    columns: keep("workspaceId", "id", "key", "label"),
  },
  contactAttributeValues: {
    category: "contacts",
    rows: {
      workspace: erase(ofWorkspace),
      contact: erase(ofContact),
      account: notAbout,
      meta_user: notAbout,
    },
    columns: keep("workspaceId", "id", "contactId", "attributeId", "value"),
  },
  consentRecords: {
    category: "consent",
    rows: {
      workspace: erase(ofWorkspace),
      contact: erase(ofContact),
      account: notAbout,
      meta_user: notAbout,
    },
    columns: keep("workspaceId", "id", "contactId", "purpose", "state", "evidence", "recordedAt"),
  },
  suppressionEntries: {
    category: "suppression",
    rows: {
      workspace: erase(ofWorkspace),
      contact: retain(
        "suppression",
        unreachable("a keyed digest that is linked to nobody's record"),
      ),
      account: notAbout,
      meta_user: notAbout,
    },
    columns: keep("workspaceId", "id", "channel", "addressDigest", "createdAt"),
  },
  contactFences: {
    category: "requests",
    rows: {
      workspace: erase(ofWorkspace),
      contact: retain(
        "request_ledger",
        unreachable(
          "a random id that leads to nothing any more keeps the contact from coming back",
        ),
      ),
      account: notAbout,
      meta_user: notAbout,
    },
    columns: keep("workspaceId", "contactId", "requestId", "frozenAt", "erasedAt"),
  },
  addressTombstones: {
    category: "requests",
    rows: {
      workspace: erase(ofWorkspace),
      contact: retain(
        "request_ledger",
        unreachable(
          "a keyed digest, linked to nobody's record, turns late deliveries away and is swept after a month",
        ),
      ),
      account: notAbout,
      meta_user: notAbout,
    },
    columns: keep("workspaceId", "id", "addressDigest", "frozenAt", "requestId"),
  },
} satisfies VerdictsOn<{
  contacts: typeof contacts;
  tags: typeof tags;
  contactTags: typeof contactTags;
  segments: typeof segments;
  customAttributes: typeof customAttributes;
  contactAttributeValues: typeof contactAttributeValues;
  consentRecords: typeof consentRecords;
  suppressionEntries: typeof suppressionEntries;
  contactFences: typeof contactFences;
  addressTombstones: typeof addressTombstones;
}>;
