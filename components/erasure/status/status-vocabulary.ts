import type { PublishedRetention } from "@/lib/policy/retentions";

/** The published names of categories and retentions, as the policy has them. */
export type StatusVocabulary = {
  categories: Readonly<Record<string, { title: string; contents: string }>>;
  retentions: Readonly<Partial<Record<string, PublishedRetention>>>;
};

/** A key that the policy no longer knows is shown as it is: a true name beats a missing row. */
export function categoryTitle(vocabulary: StatusVocabulary, category: string): string {
  return vocabulary.categories[category]?.title ?? category;
}
