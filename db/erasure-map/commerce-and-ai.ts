import { erase, mayMention, notAbout, through } from "@/lib/erasure/engine";
import type {
  aiCacheEntries,
  aiLogs,
  aiProviderFiles,
  orderLines,
  orders,
  reorderCycles,
} from "../schema";
import type { VerdictsOn } from "./verdicts-on";
import { keep, ofContact, ofWorkspace, wordsOfOthers } from "./vocabulary";

/** What contacts bought, and what was derived from their words. */
export const commerceAndAi = {
  orders: {
    category: "orders",
    rows: {
      workspace: erase(ofWorkspace),
      contact: erase(ofContact),
      account: notAbout,
      meta_user: notAbout,
    },
    columns: keep(
      "workspaceId",
      "id",
      "contactId",
      "number",
      "state",
      "currency",
      "totalMinor",
      "shippingName",
      "shippingAddress",
      "placedAt",
    ),
  },
  orderLines: {
    category: "orders",
    rows: {
      workspace: erase(ofWorkspace),
      contact: erase(through("orders")),
      account: notAbout,
      meta_user: notAbout,
    },
    columns: keep("workspaceId", "id", "orderId", "sku", "title", "quantity", "unitPriceMinor"),
  },
  reorderCycles: {
    category: "orders",
    rows: {
      workspace: erase(ofWorkspace),
      contact: erase(ofContact),
      account: notAbout,
      meta_user: notAbout,
    },
    columns: keep("workspaceId", "id", "contactId", "sku", "everyDays", "nextOn"),
  },
  aiLogs: {
    category: "ai",
    rows: {
      workspace: erase(ofWorkspace),
      contact: erase(ofContact),
      account: notAbout,
      meta_user: notAbout,
    },
    columns: {
      ...keep("workspaceId", "id", "contactId", "provider", "model", "tokensUsed", "createdAt"),
      prompt: mayMention(["account", "meta_user"], wordsOfOthers),
      response: mayMention(["account", "meta_user"], wordsOfOthers),
    },
  },
  aiCacheEntries: {
    category: "ai",
    rows: {
      workspace: erase(ofWorkspace),
      contact: erase(ofContact),
      account: notAbout,
      meta_user: notAbout,
    },
    columns: {
      ...keep("workspaceId", "id", "contactId", "promptDigest", "createdAt"),
      prompt: mayMention(["account", "meta_user"], wordsOfOthers),
      response: mayMention(["account", "meta_user"], wordsOfOthers),
    },
  },
  aiProviderFiles: {
    category: "ai",
    rows: {
      workspace: erase(ofWorkspace),
      contact: erase(ofContact),
      account: notAbout,
      meta_user: notAbout,
    },
    columns: keep(
      "workspaceId",
      "id",
      "contactId",
      "provider",
      "providerFileId",
      "fileName",
      "createdAt",
    ),
  },
} satisfies VerdictsOn<{
  orders: typeof orders;
  orderLines: typeof orderLines;
  reorderCycles: typeof reorderCycles;
  aiLogs: typeof aiLogs;
  aiCacheEntries: typeof aiCacheEntries;
  aiProviderFiles: typeof aiProviderFiles;
}>;
