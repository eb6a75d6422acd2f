import { actorMay } from "./actor-may";
import type { OperatorAct } from "./acts";

/** Whether whoever is signed in may, as an operator; nobody may who is not signed in. */
export function userMay<User extends { isOperator: boolean }>(
  act: OperatorAct,
  user: User | null,
): user is User {
  return user?.isOperator === true && actorMay(act, { type: "operator" });
}
