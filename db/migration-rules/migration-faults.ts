import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { lockFaults } from "./lock-faults";
import { Shape, shapeFaults } from "./shape-faults";

/**
 * What is wrong with the migrations of a folder that came after the first release, each with its file's name:
 * statements that keep others waiting, and shapes that the release before does not survive.
 *
 * @param ofFirstRelease the number of the last one that an empty database is brought to first.
 */
export function migrationFaults(folder: string, ofFirstRelease: number): string[] {
  const isLater = (name: string) => Number(name.slice(0, 4)) > ofFirstRelease;
  const locks = namesIn(folder, ".sql")
    .filter(isLater)
    .flatMap((name) =>
      lockFaults(readFileSync(join(folder, name), "utf8")).map((fault) => `${name}: ${fault}`),
    );
  const shapes = namesIn(join(folder, "meta"), "_snapshot.json").map((name) => ({
    name,
    shape: Shape.parse(JSON.parse(readFileSync(join(folder, "meta", name), "utf8"))),
  }));
  const broken = shapes.flatMap(({ name, shape }, at) => {
    const before = shapes[at - 1];
    if (before === undefined || !isLater(name)) return [];
    return shapeFaults(before.shape, shape).map((fault) => `${name}: ${fault}`);
  });
  return [...locks, ...broken];
}

function namesIn(folder: string, ending: string): string[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith(ending))
    .toSorted();
}
