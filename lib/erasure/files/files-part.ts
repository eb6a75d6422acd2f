import type { erasureFileSteps } from "@/db/schema";
import type { Tx } from "../context";
import type { Plan } from "../engine";
import type { RunSubject } from "../subjects";
import type { FileScope } from "./file-scope";

export type FileStep = typeof erasureFileSteps.$inferSelect;

/** One of a run's subjects, as far as it may be purged now. */
export type FilesPart = {
  index: number;
  subject: RunSubject;
  plan: Plan;
  mayGoOn: (tx: Tx) => Promise<boolean>;
  shouldYield: () => boolean;
};

/** A part with how far it got, and which files it is about. */
export type OpenPart = FilesPart & { step: FileStep; scope: FileScope };
