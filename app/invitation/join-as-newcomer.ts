"use server";

import { erasureContext } from "@/lib/erasure-context";
import { bothWays } from "@/lib/posted-action";
import { safely } from "@/lib/safely";
import { TeamError, type TeamRefusal, type TeamResult } from "@/lib/team/errors";
import { joinAsNewcomer as join } from "@/lib/team/join-as-newcomer";
import { JoinAsNewcomer } from "@/lib/team/schemas";
import { enter } from "../sign-in/enter";

type Joined = { slug: string; email: string };

/**
 * Accepts an invitation by making an account. Anybody who holds the link may: it was mailed to its owner. A
 * script then signs in with the password; who has none is signed in by this.
 */
export const joinAsNewcomer = bothWays<typeof JoinAsNewcomer, Joined, TeamRefusal>(
  JoinAsNewcomer,
  accept,
  {
    next: async ({ slug, email }, form) => {
      const inbox = `/${slug}/inbox`;
      const entered = await enter({ email, password: form.get("password") });
      return entered.ok ? inbox : `/sign-in?next=${encodeURIComponent(inbox)}`;
    },
  },
);

async function accept(raw: unknown): Promise<TeamResult<Joined>> {
  const parsed = JoinAsNewcomer.safeParse(raw);
  if (!parsed.success) return { ok: false, code: "invalid_input" };

  try {
    const ctx = erasureContext({ type: "requester" });
    const value = await safely("join-as-newcomer", () => join(ctx, parsed.data));
    return { ok: true, value };
  } catch (error) {
    if (error instanceof TeamError) return { ok: false, code: error.code };
    throw error;
  }
}
