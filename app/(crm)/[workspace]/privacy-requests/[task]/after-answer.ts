import { refresh } from "next/cache";
import { notFound } from "next/navigation";
import type { ActionResult } from "@/lib/action";

/**
 * What the browser shows once an answer was taken, or was overtaken by somebody else's: the request
 * as it is now. Whoever may not answer finds nothing there.
 */
export function afterAnswer(result: ActionResult<void>): void {
  if (!result.ok && (result.code === "not_authorised" || result.code === "not_found")) notFound();
  refresh();
}
