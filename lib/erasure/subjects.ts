import { z } from "zod";
import { erasureMap, subjectKinds } from "@/db/erasure-map";
import * as schema from "@/db/schema";
import { makePlan, type Plan, type Subject } from "./engine";

/** The subjects of a run as stored beside it: opaque keys only, cleared when the run is done. */
export const RunSubjects = z.array(
  z.object({ kind: z.enum(subjectKinds), keys: z.record(z.string(), z.string()) }),
);

export function workspaceSubject(workspaceId: string): Subject {
  return { kind: "workspace", keys: { workspaceId } };
}

export function accountSubject(userId: string): Subject {
  return { kind: "account", keys: { userId } };
}

export function metaUserSubject(userId: string): Subject {
  return { kind: "meta_user", keys: { userId } };
}

/** The plan for a subject on our own schema and map. */
export function planFor(subject: Subject): Plan {
  return makePlan(schema, erasureMap, subject);
}
