"use server";

import { currentUser } from "@/lib/auth";
import { erasureContext } from "@/lib/erasure-context";
import { bothWays } from "@/lib/posted-action";
import { safely } from "@/lib/safely";
import { TeamError, type TeamRefusal, type TeamResult } from "@/lib/team/errors";
import { joinWithAccount as join } from "@/lib/team/join-with-account";
import { JoinWithAccount } from "@/lib/team/schemas";

type Joined = { slug: string };

/** Accepts an invitation for whoever is signed in. The link is the right to join; the verb compares the address. */
export const joinWithAccount = bothWays<typeof JoinWithAccount, Joined, TeamRefusal>(
  JoinWithAccount,
  accept,
  { next: ({ slug }) => `/${slug}/inbox` },
);

async function accept(raw: unknown): Promise<TeamResult<Joined>> {
  const user = await currentUser();
  if (user === null) return { ok: false, code: "not_authorised" };
  const parsed = JoinWithAccount.safeParse(raw);
  if (!parsed.success) return { ok: false, code: "invalid_input" };

  try {
    const ctx = { ...erasureContext({ type: "requester" }), userId: user.id };
    const value = await safely("join-with-account", () => join(ctx, parsed.data));
    return { ok: true, value };
  } catch (error) {
    if (error instanceof TeamError) return { ok: false, code: error.code };
    throw error;
  }
}
