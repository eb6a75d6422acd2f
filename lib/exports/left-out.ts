import type { erasureMap } from "@/db/erasure-map";

type LeftOut = {
  [Table in keyof typeof erasureMap]?: {
    [Column in keyof (typeof erasureMap)[Table]["columns"]]?: string;
  };
};

const credential = "a way in, for whoever holds the file";
const digest = "made with a key of this platform: it says nothing anywhere else";

/** The columns that no export holds, and why. Their rows are there. */
export const leftOut = {
  users: { passwordHash: credential },
  accountCodes: { codeDigest: credential, sealed: credential },
  invitations: { tokenDigest: credential, sealedToken: credential, addressDigest: digest },
  apiTokens: { tokenDigest: credential },
  channelConnections: { accessToken: credential },
  integrationSettings: { secret: credential },
  workspaceKeys: { wrappedKey: credential },
  suppressionEntries: { addressDigest: digest },
  addressTombstones: { addressDigest: digest },
  debugTraces: { addressDigest: digest },
} satisfies LeftOut;
