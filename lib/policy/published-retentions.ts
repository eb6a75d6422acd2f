import type { PolicyProfile } from "./profile";
import { type PublishedRetention, type Retention, retentionOf, retentions } from "./retentions";

/** Every retention that a profile states, on the ground it gives. */
export function publishedRetentions(
  profile: Pick<PolicyProfile, "retentions">,
): Partial<Record<Retention, PublishedRetention>> {
  return Object.fromEntries(
    Object.entries(profile.retentions).map(([name, terms]) => [
      name,
      published(retentionOf(name), terms.ground),
    ]),
  );
}

/** @throws when the map retains something of which the profile says nothing. */
export function publishedRetention(
  profile: Pick<PolicyProfile, "name" | "retentions">,
  key: string,
): PublishedRetention {
  const found = publishedRetentions(profile)[retentionOf(key)];
  if (found === undefined) {
    throw new Error(`The policy profile "${profile.name}" does not say why "${key}" is kept.`);
  }
  return found;
}

function published(name: Retention, ground: string): PublishedRetention {
  const { title, grounds } = retentions[name];
  const found = Object.entries(grounds).find(([key]) => key === ground);
  if (found === undefined) throw new Error(`"${name}" is not kept on the ground "${ground}".`);
  return { title, ...found[1] };
}
