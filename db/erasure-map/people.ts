import { anyOf, erase, identifying, mayMention, notAbout, where } from "@/lib/erasure/engine";
import type {
  accountCodes,
  invitations,
  memberships,
  metaIdentities,
  sessions,
  users,
} from "../schema";
import type { VerdictsOn } from "./verdicts-on";
import { keep, ofWorkspace, recordOfOthers } from "./vocabulary";

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
      ...keep("passwordHash", "isOperator", "locale", "frozenAt", "createdAt"),
      id: identifying(["account"]),
      name: mayMention(["workspace", "contact"], recordOfOthers),
      email: identifying(["account"], mayMention(["workspace", "contact"], recordOfOthers)),
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
      ...keep("userId", "pictureUrl", "linkedAt"),
      displayName: mayMention(["workspace", "contact"], recordOfOthers),
      metaUserId: identifying(["account", "meta_user"]),
      email: identifying(["account"], mayMention(["workspace", "contact"], recordOfOthers)),
    },
  },
  sessions: {
    category: "account",
    rows: { workspace: notAbout, contact: notAbout, account: erase(ofUser), meta_user: notAbout },
    columns: keep("id", "userId", "userAgent", "createdAt", "confirmedAt", "expiresAt"),
  },
  accountCodes: {
    category: "account",
    rows: { workspace: notAbout, contact: notAbout, account: erase(ofUser), meta_user: notAbout },
    columns: {
      ...keep("id", "userId", "purpose", "codeDigest", "sealed"),
      ...keep("attempts", "mailState", "createdAt", "expiresAt"),
    },
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
  invitations: {
    category: "team",
    rows: {
      workspace: erase(ofWorkspace),
      contact: notAbout,
      account: erase(
        anyOf<"invitedByUserId" | "addressDigest">(
          where({ invitedByUserId: "userId" }),
          where({ addressDigest: "addressDigests" }),
        ),
      ),
      meta_user: notAbout,
    },
    columns: {
      ...keep("workspaceId", "id", "addressDigest", "role", "tokenDigest", "sealedToken"),
      ...keep("invitedByUserId", "mailState", "createdAt", "expiresAt"),
      email: mayMention(["workspace", "contact", "meta_user"], recordOfOthers),
    },
  },
} satisfies VerdictsOn<{
  users: typeof users;
  metaIdentities: typeof metaIdentities;
  sessions: typeof sessions;
  accountCodes: typeof accountCodes;
  memberships: typeof memberships;
  invitations: typeof invitations;
}>;
