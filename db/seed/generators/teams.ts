import { businessAt } from "../data/businesses";
import type { DemoPerson, Role } from "../demo-people";
import { person } from "../person";
import type { Member } from "../scene";
import type { SeededUser, World } from "../world";
import { addUser } from "./users";

const STAFF_FROM = 2_000_000_000;

/** The demo people who are on the team of `acme` or `globex`, the owner first. */
export function demoTeam(
  slug: "acme" | "globex",
  accounts: ReadonlyMap<DemoPerson, SeededUser>,
): [Member, ...Member[]] {
  const members = [...accounts].flatMap(([{ roles }, user]) => {
    const role = roles[slug];
    return role === undefined ? [] : [{ ...user, role }];
  });
  const [owner, ...others] = members.sort((one, other) => rank(one.role) - rank(other.role));
  if (owner === undefined) throw new Error(`Nobody is on the team of ${slug}.`);
  return [owner, ...others];
}

/** A team of its own for any further workspace, and one agent lent by the workspace before it. */
export function newTeam(world: World, index: number, lent: SeededUser): [Member, ...Member[]] {
  const { slug } = businessAt(index);
  return [
    { ...addStaff(world, index, 0, `owner@${slug}.test`), role: "owner" },
    { ...addStaff(world, index, 1, `agent@${slug}.test`), role: "agent" },
    { ...lent, role: "agent" },
  ];
}

function addStaff(world: World, index: number, position: number, email: string): SeededUser {
  const { name, language } = person(STAFF_FROM + index * 10 + position);
  return addUser(world, {
    name,
    email,
    locale: language,
    hasPassword: true,
    isOperator: false,
    metaUserId: null,
  });
}

function rank(role: Role): number {
  return ["owner", "admin", "agent"].indexOf(role);
}
