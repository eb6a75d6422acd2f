import type { ChildReport, Stop } from "./child-task";

export type KillPoint = Stop & { text: string };

/**
 * The moments before and after every statement, each once: where one is sent when the last answer has come
 * and nothing else has left the process or come to it meanwhile, the moment before it is the one after the
 * answer, and whoever is killed then leaves the same.
 */
export function killPoints(statements: ChildReport["statements"]): KillPoint[] {
  return statements.flatMap(({ text, followsAtOnce }, index) => {
    const statement = index + 1;
    const after = { statement, moment: "after" as const, text };
    return followsAtOnce ? [after] : [{ ...after, moment: "before" as const }, after];
  });
}
