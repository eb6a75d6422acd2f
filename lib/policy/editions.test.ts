import { describe, expect, test } from "vitest";
import { erasureMap, subjectKinds } from "@/db/erasure-map";
import { catalogs } from "@/messages";
import type { PolicyProfile } from "./profile";
import { profiles } from "./profiles";
import { defaultProfile } from "./profiles/default";
import { kestrelLane } from "./profiles/kestrel-lane";
import { publishedDigest } from "./published-digest";

const digestOf = (profile: PolicyProfile, map: typeof erasureMap = erasureMap) =>
  publishedDigest(profile, map, subjectKinds);

test.for(profiles)("$name's version is of what it publishes", (profile) => {
  expect(
    profile.version,
    "What this profile publishes has changed since: `npm run policy:publish` records the new edition.",
  ).toBe(`${profile.lastUpdated}-${digestOf(profile)}`);
});

describe("another edition is what has", () => {
  const before = digestOf(kestrelLane);

  test("another promise", () => {
    expect(digestOf({ ...kestrelLane, graceDays: 1 })).not.toBe(before);
  });

  test("another verdict in the map", () => {
    const { rows } = erasureMap.invoices;
    const spared = {
      ...erasureMap,
      invoices: { ...erasureMap.invoices, rows: { ...rows, workspace: { act: "erase" } } },
    };
    expect(digestOf(kestrelLane, spared as typeof erasureMap)).not.toBe(before);
  });

  test("another word in one of its languages", () => {
    const { policy } = catalogs.ar;
    const page = Object.getOwnPropertyDescriptor(policy.page, "heading");
    const inAll = digestOf(defaultProfile);
    Object.defineProperty(policy.page, "heading", { ...page, value: "نص آخر" });

    expect(digestOf(defaultProfile)).not.toBe(inAll);
    expect(digestOf(kestrelLane), "in a language that it does not offer").toBe(before);
    Object.defineProperty(policy.page, "heading", page ?? {});
    expect(digestOf(defaultProfile)).toBe(inAll);
  });
});

test("a version alone is no new edition", () => {
  expect(digestOf({ ...kestrelLane, version: "another", lastUpdated: "2030-01-01" })).toBe(
    digestOf(kestrelLane),
  );
});
