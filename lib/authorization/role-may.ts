import { acts, type Role, type RoleAct } from "./acts";

/** Whether a member may, in the role they have in the workspace whose the object is. */
export function roleMay(act: RoleAct, role: Role): boolean {
  return acts[act].may.some((one) => one === role);
}
