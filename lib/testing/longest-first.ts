import { BaseSequencer, type TestSpecification } from "vitest/node";

/** What takes from half a minute to some minutes. */
const isLong = /\/crash\/|\.property\.test|one-honest-state|other-tenants|ten-thousand/;

const computesLongest = /\/crash\/killed\.test/;
const mostlyWaits = /\/chaos\//;

/** Begins with the longest test files: whoever came to them last would end them alone. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    return sorted.sort((one, other) => turnOf(one) - turnOf(other));
  }
}

/**
 * Processes of their own come before those that are kept, but for what computes longest of all: beside it
 * goes what mostly waits.
 */
function turnOf({ moduleId, project }: TestSpecification): number {
  if (computesLongest.test(moduleId)) return 0;
  if (project.config.isolate) return mostlyWaits.test(moduleId) ? 1 : 2;
  return isLong.test(moduleId) ? 3 : 4;
}
