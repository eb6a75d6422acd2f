import { constants } from "node:fs";
import { stat } from "node:fs/promises";
import { dirname } from "node:path";

/** Whether any user may enter this folder and every one above it. */
export async function everyoneMayEnter(folder: string): Promise<boolean> {
  for (let at = folder; ; at = dirname(at)) {
    const { mode } = await stat(at);
    if ((mode & constants.S_IXOTH) === 0) return false;
    if (at === dirname(at)) return true;
  }
}
