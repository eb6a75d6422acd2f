import { setImmediate } from "node:timers/promises";
import { createAgenda } from "./agenda";
import { openConversation } from "./generators/conversations";
import type { Scene } from "./scene";
import { DAY, HOUR } from "./time";
import type { World } from "./world";

const APPOINTMENTS_PER_PAUSE = 200;
const OPENS_AT = 7 * HOUR;
const CLOSES_AT = 18 * HOUR;

/**
 * Lives through the year day by day, so that the workspaces' rows lie among each other as they
 * would in a database that many have used at once. Pauses often, for the writer to go on.
 */
export async function* history(
  world: World,
  scenes: readonly Scene[],
  messages: number,
): AsyncGenerator<void> {
  const agenda = createAgenda(world.historyFrom);
  const lastDay = Math.floor((world.now.getTime() - world.historyFrom.getTime()) / DAY);
  const quotas = scenes.map((scene, position) => ({
    scene,
    total: Math.floor(messages / scenes.length) + (position < messages % scenes.length ? 1 : 0),
    planned: 0,
  }));

  for (let day = 0; day <= lastDay; day += 1) {
    for (const quota of quotas) {
      const due = Math.floor((quota.total * (day + 1)) / (lastDay + 1));
      while (quota.planned < due) {
        const at = openingTime(world, quota.scene, day);
        quota.planned += openConversation(quota.scene, agenda, at, quota.total - quota.planned);
        yield;
      }
    }
    for (const [position, { act }] of agenda.take(day).entries()) {
      act();
      yield;
      if (position % APPOINTMENTS_PER_PAUSE === 0) await setImmediate();
    }
  }
}

/** Some time in opening hours of the day, and never after the end of the data. */
function openingTime({ historyFrom, now }: World, { random }: Scene, day: number): Date {
  const midnight = historyFrom.getTime() + day * DAY;
  const latest = Math.min(midnight + CLOSES_AT, now.getTime());
  const earliest = Math.min(midnight + OPENS_AT, (midnight + latest) / 2);
  return new Date(Math.floor(earliest + random.next() * (latest - earliest)));
}
