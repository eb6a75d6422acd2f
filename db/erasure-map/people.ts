import { erase, identifying, notAbout, where } from "@/lib/erasure/engine";
import type { memberships, metaIdentities, sessions, users } from "../schema";
import type { VerdictsOn } from "./verdicts-on";
import { keep, ofWorkspace } from "./vocabulary";

const ofUser = where({ userId: "userId" });

/** Accounts, how people sign in to them, and the teams they are on. */
export const people = {
  users: {
    category: "account",
    rows: {
      workspace: notAbout,
      contact: notAbout,
      account: erase(where({ id: "userId" })),
      meta_user: notAbout,
    },
    columns: {
      ...keep("id", "name", "passwordHash", "isOperator", "locale", "frozenAt", "createdAt"),
      email: identifying(["account"]),
    },
  },
  metaIdentities: {
    category: "account",
    rows: {
      workspace: notAbout,
      contact: notAbout,
      account: erase(ofUser),
      meta_user: erase(ofUser),
    },
    columns: {
      ...keep("userId", "displayName", "pictureUrl", "linkedAt"),
      metaUserId: identifying(["account", "meta_user"]),
      email: identifying(["account"]),
    },
  },
  sessions: {
    category: "account",
    rows: { workspace: notAbout, contact: notAbout, account: erase(ofUser), meta_user: notAbout },
    columns: keep("id", "userId", "userAgent", "createdAt", "expiresAt"),
  },
  memberships: {
    category: "team",
    rows: {
      workspace: erase(ofWorkspace),
      contact: notAbout,
      account: erase(ofUser),
      meta_user: notAbout,
    },
    columns: keep("workspaceId", "id", "userId", "role", "joinedAt"),
  },
} satisfies VerdictsOn<{
  users: typeof users;
  metaIdentities: typeof metaIdentities;
  sessions: typeof sessions;
  memberships: typeof memberships;
}>;
