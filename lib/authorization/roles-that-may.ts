import { type Role, type RoleAct, roles } from "./acts";
import { roleMay } from "./role-may";

/** The roles that may, for a query to look for. */
export function rolesThatMay(act: RoleAct): Role[] {
  return roles.filter((role) => roleMay(act, role));
}
