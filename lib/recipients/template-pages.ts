import { and, asc, eq, gt } from "drizzle-orm";
import { templates } from "@/db/schema";
import type { Connection } from "./connections";
import { paged } from "./paged";
import type { PlanScope } from "./recipient";

/** The names of a workspace's message templates, each once for all its languages, page by page. */
export async function* templatePages(
  { tx }: PlanScope,
  { workspaceId }: Connection,
): AsyncIterable<string[]> {
  const pages = paged<{ name: string }>(async (after, limit) =>
    tx
      .selectDistinct({ name: templates.name })
      .from(templates)
      .where(
        and(
          eq(templates.workspaceId, workspaceId),
          ...(after === null ? [] : [gt(templates.name, after.name)]),
        ),
      )
      .orderBy(asc(templates.name))
      .limit(limit),
  );
  for await (const page of pages) yield page.map(({ name }) => name);
}
