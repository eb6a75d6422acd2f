import { resumePurges, runsUnderWay } from "@/lib/erasure";
import { describeRun } from "./describe-run";
import { type Environment, readResumeArguments } from "./purge-arguments";
import { withSteering } from "./with-steering";

/** Lets purges go on, so many at once where that is given. Repeatable. */
export async function resumeCommand(
  commandLine: readonly string[],
  environment: Environment,
  say: (line: string) => void,
): Promise<void> {
  const { database, maxRuns } = readResumeArguments(commandLine, environment);
  await withSteering(database, async (ctx) => {
    const isNew = await resumePurges(ctx, { maxRuns });
    say(isNew ? "Purges go on." : "Purges were not paused.");
    if (maxRuns !== undefined) say(`At most ${maxRuns} at once.`);
    const runs = await runsUnderWay(ctx);
    if (runs.length > 0) say("To be gone on with:");
    for (const run of runs) say(describeRun(run));
  });
}
