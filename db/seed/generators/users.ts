import { metaIdentities, sessions, users } from "@/db/schema";
import { type DemoPerson, demoPeople } from "../demo-people";
import { seededId } from "../seeded-id";
import { after, DAY } from "../time";
import type { SeededUser, World } from "../world";

const browsers = [
  "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0",
  "Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) AppleWebKit/605.1.15",
  null,
] as const;

/** The demo's accounts, by their key in `demoPeople`. */
export function addDemoUsers(world: World): Map<DemoPerson, SeededUser> {
  return new Map(Object.values(demoPeople).map((person) => [person, addUser(world, person)]));
}

/** An account with its Meta login, if any, and a browser it is signed in with. */
export function addUser(world: World, person: Omit<DemoPerson, "roles">): SeededUser {
  const { rows, random, now } = world;
  const createdAt = after(now, -random.int(700, 1000) * DAY);
  const id = seededId(random, createdAt);

  rows.add(users, {
    id,
    name: person.name,
    email: person.email,
    passwordHash: person.hasPassword ? world.passwordHash : null,
    isOperator: person.isOperator,
    frozenAt: null,
    locale: person.locale,
    createdAt,
  });
  if (person.metaUserId !== null) {
    rows.add(metaIdentities, {
      userId: id,
      metaUserId: person.metaUserId,
      displayName: person.name,
      email: person.email.replace("@", ".private@"),
      pictureUrl: `https://graph.example/${person.metaUserId}/picture`,
      linkedAt: after(createdAt, DAY),
    });
  }
  const signedInAt = after(now, -random.int(1, 20) * DAY);
  rows.add(sessions, {
    id: seededId(random, signedInAt),
    userId: id,
    userAgent: random.pick(browsers),
    createdAt: signedInAt,
    confirmedAt: signedInAt,
    expiresAt: after(signedInAt, 30 * DAY),
  });

  return { id, name: person.name, email: person.email, locale: person.locale };
}
