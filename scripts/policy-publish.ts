import { writeFile } from "node:fs/promises";
import { erasureMap, subjectKinds } from "@/db/erasure-map";
import { profiles } from "@/lib/policy/profiles";
import { publishedDigest } from "@/lib/policy/published-digest";

const file = new URL("../lib/policy/editions.json", import.meta.url);
const today = new Date().toISOString().slice(0, "2026-11-24".length);

/** Records a new edition, of today, for every profile that publishes something else than on record. */
const editions = profiles.map((profile) => {
  const digest = publishedDigest(profile, erasureMap, subjectKinds);
  if (profile.version === `${profile.lastUpdated}-${digest}`) {
    return [profile.name, { lastUpdated: profile.lastUpdated, version: profile.version }];
  }
  const version = `${today}-${digest}`;
  console.log(`${profile.name}: ${profile.version} is followed by ${version}.`);
  return [profile.name, { lastUpdated: today, version }];
});

await writeFile(file, `${JSON.stringify(Object.fromEntries(editions), null, 2)}\n`);
