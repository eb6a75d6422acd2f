import "server-only";
import { z } from "zod";
import { type CurrentUser, currentUser } from "./auth";
import { findMembership } from "./auth/find-membership";
import { database } from "./database";
import type { BothWays } from "./posted/schemas";
import { bothWays, type FormWay } from "./posted-action";
import { safely } from "./safely";
import { TeamError, type TeamRefusal, type TeamResult } from "./team/errors";

const Target = z.object({ workspaceId: z.uuid() });

/**
 * A server action that only a member of `input.workspaceId` may call; what their role allows is for
 * the verb to say, under the workspace's lock.
 *
 * Authorises, then parses, then acts: somebody else learns neither whether the workspace exists nor
 * what is wrong with their input. Only refusals become a result. Called by a script or by a form.
 */
export function teamAction<Input extends z.ZodType<{ workspaceId: string }>, Value>(
  Input: Input,
  act: (user: CurrentUser, input: z.output<Input>) => Promise<Value>,
  way: FormWay<Value> = {},
): BothWays<z.input<Input>, TeamResult<Value>> {
  return bothWays<Input, Value, TeamRefusal>(Input, call, way);

  async function call(raw: unknown): Promise<TeamResult<Value>> {
    const user = await authorise(raw);
    if (user === null) return { ok: false, code: "not_authorised" };

    const parsed = Input.safeParse(raw);
    if (!parsed.success) return { ok: false, code: "invalid_input" };

    try {
      const value = await safely("team-action", () => act(user, parsed.data));
      return { ok: true, value };
    } catch (error) {
      if (error instanceof TeamError) return { ok: false, code: error.code };
      throw error;
    }
  }
}

/** Null for everybody who may not, for whatever reason. */
async function authorise(raw: unknown): Promise<CurrentUser | null> {
  const target = Target.safeParse(raw);
  const user = await currentUser();
  if (!target.success || user === null) return null;
  const membership = await safely("team-action", () =>
    findMembership(database().db, user.id, { id: target.data.workspaceId }),
  );
  return membership === null ? null : user;
}
