import { hash } from "@node-rs/argon2";
import type { Rows } from "./copy/row-buffer";
import { demoPeople } from "./demo-people";
import { furnishWorkspace } from "./furnish-workspace";
import { demoTeam, newTeam } from "./generators/teams";
import { addDemoUsers } from "./generators/users";
import { openWorkspace } from "./generators/workspaces";
import { history } from "./history";
import { createRandom } from "./random";
import type { Member, Scene } from "./scene";
import type { SeedOptions } from "./seed-options";
import { DAY } from "./time";
import type { World } from "./world";

const HISTORY_DAYS = 365;

/** Puts the whole database into `rows`, pausing after every few for them to be taken out. */
export async function* openWorld(rows: Rows, options: SeedOptions): AsyncGenerator<void> {
  const random = createRandom(options.seed);
  const now = options.baseTime;
  const world: World = {
    rows,
    random,
    keys: options.keys,
    now,
    historyFrom: new Date(Math.floor(now.getTime() / DAY - HISTORY_DAYS) * DAY),
    // The salt is drawn like everything else: the same seed gives the same rows.
    passwordHash: await hash(options.password, { salt: random.fork("salt").bytes(16) }),
  };

  const scenes: Scene[] = [];
  for await (const scene of openWorkspaces(world, options.workspaces)) {
    scenes.push(scene);
    yield;
  }
  yield* history(world, scenes, options.messages);
}

async function* openWorkspaces(world: World, count: number): AsyncGenerator<Scene> {
  const accounts = addDemoUsers(world);
  let lent = accounts.get(demoPeople.sharedAgent);

  for (let index = 0; index < count; index += 1) {
    const team = teamOf(index);
    const scene = await openWorkspace(world, index, team);
    await furnishWorkspace(scene);
    lent = team.findLast(({ role }) => role === "agent") ?? lent;
    yield scene;
  }

  function teamOf(index: number): [Member, ...Member[]] {
    if (index === 0) return demoTeam("acme", accounts);
    if (index === 1) return demoTeam("globex", accounts);
    if (lent === undefined) throw new Error("The workspace before has nobody to lend.");
    return newTeam(world, index, lent);
  }
}
