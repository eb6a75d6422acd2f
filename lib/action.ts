import "server-only";
import { z } from "zod";
import { database } from "@/lib/database";
import { currentUser } from "./auth";
import { findMembership } from "./auth/find-membership";
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
type Role = "owner" | "admin" | "agent";

/** Who acts, on which workspace: looked up, never taken from the input. */
export type WorkspaceMember<TRole extends Role = Role> = {
  userId: string;
  role: TRole;
  workspaceId: string;
};
export type WorkspaceAdmin = WorkspaceMember<"owner" | "admin">;

type Targeted = z.ZodType<{ workspaceId: string }>;
type Action<Input extends Targeted, Value> = BothWays<z.input<Input>, ActionResult<Value>>;

const Target = z.object({ workspaceId: z.uuid() });

/** A server action that only an owner or admin of `input.workspaceId` may call. */
export function workspaceAdminAction<Input extends Targeted, Value>(
  Input: Input,
  act: (admin: WorkspaceAdmin, input: z.output<Input>) => Promise<Value>,
  way?: FormWay<Value>,
): Action<Input, Value> {
  return workspaceAction("workspace-admin-action", ["owner", "admin"], Input, act, way);
}

/** A server action that everybody on the team of `input.workspaceId` may call. */
export function workspaceMemberAction<Input extends Targeted, Value>(
  Input: Input,
  act: (member: WorkspaceMember, input: z.output<Input>) => Promise<Value>,
  way?: FormWay<Value>,
): Action<Input, Value> {
  return workspaceAction("workspace-member-action", ["owner", "admin", "agent"], Input, act, way);
}

/**
 * Authorises, then parses, then acts: somebody else learns neither whether the workspace exists nor
 * what is wrong with their input. The database is asked on every call. Only the domain's own
 * refusals become a result; every other error is thrown, without what it says. Called by a script or by a form.
 */
function workspaceAction<Input extends Targeted, TRole extends Role, Value>(
  name: string,
  roles: readonly TRole[],
  Input: Input,
  act: (member: WorkspaceMember<TRole>, input: z.output<Input>) => Promise<Value>,
  way?: FormWay<Value>,
): Action<Input, Value> {
  return bothWays<Input, Value, Refusal, ActionResult<Value>>(Input, call, way);

  async function call(raw: unknown): Promise<ActionResult<Value>> {
    const member = await authorise(name, roles, raw);
    if (member === null) return { ok: false, code: "not_authorised" };

    const parsed = Input.safeParse(raw);
    if (!parsed.success)
      return { ok: false, code: "invalid_input", issues: issuesOf(parsed.error) };

    try {
      const value = await safely(name, () => act(member, parsed.data));
      return { ok: true, value };
    } catch (error) {
      if (error instanceof ErasureError) return { ok: false, code: error.code };
      throw error;
    }
  }
}

/** Null for everybody who may not, for whatever reason. */
async function authorise<TRole extends Role>(
  name: string,
  roles: readonly TRole[],
  raw: unknown,
): Promise<WorkspaceMember<TRole> | null> {
  const target = Target.safeParse(raw);
  const user = await currentUser();
  if (!target.success || user === null) return null;

  const { workspaceId } = target.data;
  const membership = await safely(name, () =>
    findMembership(database().db, user.id, { id: workspaceId }),
  );
  const role = roles.find((one) => one === membership?.role);
  return role === undefined ? null : { userId: user.id, role, workspaceId };
}

function issuesOf({ issues }: z.ZodError): { path: string; message: string }[] {
  return issues.map(({ path, message }) => ({ path: path.join("."), message }));
}
