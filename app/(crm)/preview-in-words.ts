import type { WorkspaceDeletionPreview } from "@/components/erasure/delete-workspace-dialog-preview";
import type { ErasurePreview } from "@/lib/erasure";
import { categories, categoryOf } from "@/lib/policy/categories";
import { groundOf } from "@/lib/policy/ground-of";
import type { PolicyProfile } from "@/lib/policy/profile";
import { vocabulary } from "@/messages/en/vocabulary";

/** A dry run's counts in the words of the published policy and in its order, without empty ones. */
export function previewInWords(
  { erased, detached, retained }: ErasurePreview,
  profile: PolicyProfile,
): WorkspaceDeletionPreview & { detached: { title: string; rows: number }[] } {
  return {
    detached: inPublishedOrder(detached).map(({ category, rows }) => ({
      title: vocabulary.categories[categoryOf(category)].title,
      rows,
    })),
    erased: inPublishedOrder(erased).map(({ category, rows }) => ({
      ...vocabulary.categories[categoryOf(category)],
      rows,
    })),
    retained: inPublishedOrder(retained).map(({ category, retention, rows, until }) => ({
      title: vocabulary.categories[categoryOf(category)].title,
      reason: vocabulary.grounds[groundOf(profile, retention)].reason,
      rows,
      until,
    })),
  };
}

function inPublishedOrder<Count extends { category: string; rows: number }>(
  counts: readonly Count[],
): Count[] {
  const order: readonly string[] = categories;
  return counts
    .filter(({ rows }) => rows > 0)
    .toSorted((a, b) => order.indexOf(a.category) - order.indexOf(b.category));
}
