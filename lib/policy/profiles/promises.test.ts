import { describe } from "vitest";
import { test } from "@/lib/testing/erasure-test";
import { kestrelLaneRows } from "@/lib/testing/vendor/kestrel-lane";
import { neelamThreadsRows } from "@/lib/testing/vendor/neelam-threads";
import { orchardRowRows } from "@/lib/testing/vendor/orchard-row";
import type { PromiseRow } from "@/lib/testing/vendor/promise-row";
import { rimbaPesanRows } from "@/lib/testing/vendor/rimba-pesan";
import { openVendorApp } from "@/lib/testing/vendor/vendor-app";
import { willowWireRows } from "@/lib/testing/vendor/willow-wire";
import type { PolicyProfile } from "../profile";
import { kestrelLane } from "./kestrel-lane";
import { neelamThreads } from "./neelam-threads";
import { orchardRow } from "./orchard-row";
import { rimbaPesan } from "./rimba-pesan";
import { willowWire } from "./willow-wire";

const columns: [PolicyProfile, PromiseRow[]][] = [
  [kestrelLane, kestrelLaneRows],
  [orchardRow, orchardRowRows],
  [rimbaPesan, rimbaPesanRows],
  [neelamThreads, neelamThreadsRows],
  [willowWire, willowWireRows],
];

for (const [profile, rows] of columns) {
  describe(`${profile.company.name} keeps what it promises:`, () => {
    for (const row of rows) {
      test(`${row.promise} (${row.evidence})`, async ({ db, clock, as }) => {
        await row.check(openVendorApp({ db, clock, as, profile }));
      });
    }
  });
}
