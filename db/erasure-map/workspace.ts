import {
  blank,
  blankedFor,
  erase,
  identifying,
  mayMention,
  notAbout,
  retain,
  where,
  whereAmong,
} from "@/lib/erasure/engine";
import type {
  apiTokens,
  channelConnections,
  integrationSettings,
  invoices,
  workspaceExports,
  workspaceKeys,
  workspaces,
} from "../schema";
import type { VerdictsOn } from "./verdicts-on";
import { keep, ofContact, ofWorkspace, persons, recordOfOthers } from "./vocabulary";

const authorizedByUser = where({ authorizedByUserId: "userId" });

/** Channels whose tokens come from a Meta login; a Telegram bot's does not. */
const metaChannels = ["whatsapp", "instagram", "messenger"];

const asIssued = "a business keeps its invoices as they were issued";

/** The workspace itself: its settings, keys, connections, tokens and invoices. */
export const workspace = {
  workspaces: {
    category: "workspace",
    rows: {
      workspace: erase(where({ id: "workspaceId" })),
      contact: notAbout,
      account: notAbout,
      meta_user: notAbout,
    },
    columns: {
      ...keep("id", "slug", "state", "frozenAt", "frozenContacts", "createdAt"),
      ...keep("agentsDeleteContacts"),
      name: mayMention(persons, recordOfOthers),
      businessName: mayMention(persons, recordOfOthers),
      businessAddress: mayMention(persons, recordOfOthers),
      businessEmail: identifying(["workspace"], mayMention(persons, recordOfOthers)),
      businessPhone: identifying(["workspace"], mayMention(persons, recordOfOthers)),
    },
  },
  workspaceKeys: {
    category: "workspace",
    rows: {
      workspace: erase(ofWorkspace),
      contact: notAbout,
      account: notAbout,
      meta_user: notAbout,
    },
    columns: keep("workspaceId", "id", "wrappedKey", "createdAt"),
  },
  workspaceExports: {
    category: "workspace",
    rows: {
      workspace: erase(ofWorkspace),
      contact: erase(ofContact),
      account: blank(where({ requestedByUserId: "userId" })),
      meta_user: notAbout,
    },
    columns: {
      ...keep("workspaceId", "id", "contactId", "includesMedia", "state", "plannedParts"),
      ...keep("doneParts", "attempts", "heldUntil", "objectId", "sizeBytes", "mailState"),
      ...keep("erasesWorkspace", "erasureChoices", "erasureRefusal", "createdAt", "takenAt"),
      ...keep("endedAt", "expiresAt"),
      requestedByUserId: blankedFor(["account"]),
    },
  },
  channelConnections: {
    category: "channels",
    rows: {
      workspace: erase(ofWorkspace),
      contact: notAbout,
      account: blank(authorizedByUser),
      meta_user: blank(whereAmong({ authorizedByUserId: "userId" }, { kind: metaChannels })),
    },
    columns: {
      ...keep("workspaceId", "id", "kind", "connectedAt"),
      displayName: mayMention(persons, recordOfOthers, blankedFor(["meta_user"], "Disconnected")),
      wabaId: identifying(["workspace"], blankedFor(["meta_user"])),
      phoneNumberId: identifying(["workspace"], blankedFor(["meta_user"])),
      phoneNumber: identifying(
        ["workspace"],
        mayMention(persons, recordOfOthers, blankedFor(["meta_user"])),
      ),
      externalAccountId: identifying(["workspace"], blankedFor(["meta_user"])),
      accessToken: blankedFor(["meta_user"]),
      state: blankedFor(["meta_user"], "disconnected"),
      disconnectedAt: blankedFor(["meta_user"], { at_purge: true }),
      authorizedByUserId: blankedFor(["account", "meta_user"]),
    },
  },
  integrationSettings: {
    category: "integrations",
    rows: {
      workspace: erase(ofWorkspace),
      contact: notAbout,
      account: notAbout,
      meta_user: notAbout,
    },
    columns: keep("workspaceId", "id", "kind", "config", "secret", "updatedAt"),
  },
  apiTokens: {
    category: "integrations",
    rows: {
      workspace: erase(ofWorkspace),
      contact: notAbout,
      account: erase(where({ createdByUserId: "userId" })),
      meta_user: notAbout,
    },
    columns: keep(
      "workspaceId",
      "id",
      "name",
      "tokenDigest",
      "createdByUserId",
      "createdAt",
      "lastUsedAt",
    ),
  },
  invoices: {
    category: "invoices",
    rows: {
      workspace: retain("invoices", ofWorkspace),
      contact: notAbout,
      account: blank(where({ billedToUserId: "userId" })),
      meta_user: notAbout,
    },
    columns: {
      ...keep("workspaceId", "id", "number", "issuedAt", "currency", "netMinor", "taxMinor"),
      ...keep("taxCountry", "lines"),
      billedToUserId: blankedFor(["workspace", "account"]),
      billedToName: mayMention(persons, asIssued, blankedFor(["workspace", "account"])),
      billedToEmail: mayMention(persons, asIssued, blankedFor(["workspace", "account"])),
      billedToAddress: mayMention(persons, asIssued, blankedFor(["workspace", "account"])),
    },
  },
} satisfies VerdictsOn<{
  workspaces: typeof workspaces;
  workspaceKeys: typeof workspaceKeys;
  workspaceExports: typeof workspaceExports;
  channelConnections: typeof channelConnections;
  integrationSettings: typeof integrationSettings;
  apiTokens: typeof apiTokens;
  invoices: typeof invoices;
}>;
