import { erasureMap } from "@/db/erasure-map";
import * as schema from "@/db/schema";
import { makePlan, type Plan } from "@/lib/erasure/engine";

export function workspacePlan(workspaceId: string): Plan {
  return makePlan(schema, erasureMap, { kind: "workspace", keys: { workspaceId } });
}

export function contactPlan(workspaceId: string, contactId: string): Plan {
  return makePlan(schema, erasureMap, {
    kind: "contact",
    keys: { workspaceId, contactId, addressDigests: [] },
  });
}
