import { acts, type Role, type TeamAct } from "./acts";

/** What decides it: a role in the workspace whose the object is, and what that workspace allows its agents. */
type Member = { role: Role; agentsDeleteContacts: boolean };

/** Whether a member may, also where it is for their workspace to allow it. */
export function memberMay(act: TeamAct, { role, agentsDeleteContacts }: Member): boolean {
  return acts[act].may.some((one) =>
    one === "agent_where_allowed" ? role === "agent" && agentsDeleteContacts : one === role,
  );
}
