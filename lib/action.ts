import "server-only";
import { z } from "zod";
import { database } from "@/lib/database";
import { currentUser } from "./auth";
import { findMembership } from "./auth/find-membership";
import type { Role, TeamAct } from "./authorization/acts";
import { memberMay } from "./authorization/member-may";
import { ErasureError, type ErasureErrorCode } from "./erasure";
import type { BothWays } from "./posted/schemas";
import { bothWays, type FormWay } from "./posted-action";
import { safely } from "./safely";

/** What an action answers: a value, a refusal by the domain, or what is wrong with the input. */
export type ActionResult<Value> =
  | { ok: true; value: Value }
  | { ok: false; code: ErasureErrorCode }
  | { ok: false; code: "invalid_input"; issues: { path: string; message: string }[] };

type Refusal = ErasureErrorCode | "invalid_input";

/** Who acts, on which workspace: looked up, never taken from the input. */
export type WorkspaceMember = { userId: string; role: Role; workspaceId: string };

type Targeted = z.ZodType<{ workspaceId: string }>;
type Action<Input extends Targeted, Value> = BothWays<z.input<Input>, ActionResult<Value>>;

const Target = z.object({ workspaceId: z.uuid() });

/**
 * A server action that those of the team of `input.workspaceId` may call whom the table of acts lets do it.
 *
 * Authorises, then parses, then acts: somebody else learns neither whether the workspace exists nor
 * what is wrong with their input. The database is asked on every call. Only the domain's own
 * refusals become a result; every other error is thrown, without what it says. Called by a script or by a form.
 */
export function workspaceAction<Input extends Targeted, Value>(
  does: TeamAct,
  Input: Input,
  act: (member: WorkspaceMember, input: z.output<Input>) => Promise<Value>,
  way?: FormWay<Value>,
): Action<Input, Value> {
  return bothWays<Input, Value, Refusal, ActionResult<Value>>(Input, call, way);

  async function call(raw: unknown): Promise<ActionResult<Value>> {
    const member = await authorise(does, raw);
    if (member === null) return { ok: false, code: "not_authorised" };

    const parsed = Input.safeParse(raw);
    if (!parsed.success)
      return { ok: false, code: "invalid_input", issues: issuesOf(parsed.error) };

    try {
      const value = await safely("workspace-action", () => act(member, parsed.data));
      return { ok: true, value };
    } catch (error) {
      if (error instanceof ErasureError) return { ok: false, code: error.code };
      throw error;
    }
  }
}

/** Null for everybody who may not, for whatever reason. */
async function authorise(does: TeamAct, raw: unknown): Promise<WorkspaceMember | null> {
  const target = Target.safeParse(raw);
  const user = await currentUser();
  if (!target.success || user === null) return null;

  const { workspaceId } = target.data;
  const membership = await safely("workspace-action", () =>
    findMembership(database().db, user.id, { id: workspaceId }),
  );
  if (membership === null || !memberMay(does, membership)) return null;
  return { userId: user.id, role: membership.role, workspaceId };
}

function issuesOf({ issues }: z.ZodError): { path: string; message: string }[] {
  return issues.map(({ path, message }) => ({ path: path.join("."), message }));
}
