import { createFreshDatabase, type FreshDatabase } from "@/lib/testing/fresh-database";
import type { EndState } from "./end-state";
import { type EveryRow, readEveryRow } from "./every-row";
import { type KeptRows, keepRows, putBackRows } from "./kept-rows";
import { recover } from "./recover";
import { type Scene, sceneTime, setScene } from "./scene";
import { type CrashWorker, startWorker } from "./worker";

/** A database with the scene in it, on which one run after the other may go wrong. */
export type Stage = {
  scene: Scene;
  before: EveryRow;
  kept: KeptRows;
  /** How a run ends with which nothing goes wrong. */
  undisturbed: EndState;
  /** A worker an hour after the scene: every lease from then has ended. */
  later: CrashWorker;
  /** As if nothing had happened yet. */
  reset(): Promise<void>;
  close(): Promise<void>;
};

const hour = 60 * 60_000;

/** Sets the scene in a fresh database that goes with the stage, or in one that is given. */
export async function openStage(databaseUrl?: string): Promise<Stage> {
  const fresh = databaseUrl === undefined ? await createFreshDatabase() : null;
  const stage = await buildStage(databaseUrl ?? fresh?.url ?? "");
  return fresh === null ? stage : goingWith(fresh, stage);
}

/** So many stages that are alike, with the same ids and keys, each in a database of its own. */
export async function openStages(count: number): Promise<Stage[]> {
  const original = await createFreshDatabase();
  const built = await buildStage(original.url);
  await built.close();
  const stages: Stage[] = [];
  for (let copies = 0; copies < count; copies++) {
    const fresh = await createFreshDatabase(original.url);
    stages.push(goingWith(fresh, moved(built, fresh.url)));
  }
  await original.drop();
  return stages;
}

async function buildStage(databaseUrl: string): Promise<Stage> {
  const scene = await setScene(databaseUrl);
  const later = laterWorker(scene);
  const before = await readEveryRow(later);
  const kept = await keepRows(later);
  const { end: undisturbed } = await recover(later, scene.requestId);
  const stage = stageOn({ scene, before, kept, undisturbed, later });
  await stage.reset();
  return stage;
}

function goingWith(fresh: FreshDatabase, stage: Stage): Stage {
  return {
    ...stage,
    async close() {
      await stage.close();
      await fresh.drop();
    },
  };
}

/** The same stage after its server has moved. */
export async function reopenStage(stage: Stage, databaseUrl: string): Promise<Stage> {
  await stage.later.close();
  return moved(stage, databaseUrl);
}

function moved(stage: Stage, databaseUrl: string): Stage {
  const scene = { ...stage.scene, databaseUrl };
  return stageOn({ ...stage, scene, later: laterWorker(scene) });
}

function stageOn(known: Omit<Stage, "reset" | "close">): Stage {
  const { kept, later } = known;
  return { ...known, reset: () => putBackRows(later, kept), close: later.close };
}

function laterWorker(scene: Scene): CrashWorker {
  return startWorker({ ...scene, now: () => new Date(sceneTime.getTime() + hour) });
}
