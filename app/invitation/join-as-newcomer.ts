"use server";

import type { z } from "zod";
import { erasureContext } from "@/lib/erasure-context";
import { safely } from "@/lib/safely";
import { TeamError, type TeamResult } from "@/lib/team/errors";
import { joinAsNewcomer as join } from "@/lib/team/join-as-newcomer";
import { JoinAsNewcomer } from "@/lib/team/schemas";

/** Accepts an invitation by making an account. Anybody who holds the link may: it was mailed to its owner. */
export async function joinAsNewcomer(
  raw: z.input<typeof JoinAsNewcomer>,
): Promise<TeamResult<{ slug: string; email: string }>> {
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
