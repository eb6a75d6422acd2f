import { describe, expect, test } from "vitest";
import { erasureMap } from "@/db/erasure-map";
import type { Contradiction } from "./contradictions/contradiction";
import { findContradictions } from "./find-contradictions";
import { PolicyError } from "./policy-error";
import type { PolicyProfile } from "./profile";
import { profiles } from "./profiles";
import { defaultProfile } from "./profiles/default";
import { kestrelLane } from "./profiles/kestrel-lane";
import { neelamThreads } from "./profiles/neelam-threads";
import { rimbaPesan } from "./profiles/rimba-pesan";
import { willowWire } from "./profiles/willow-wire";
import { requirePolicy } from "./require-policy";

test.for(profiles.map(({ name }) => name))("the profile %s can be kept", (name) => {
  expect(requirePolicy(name, erasureMap).name).toBe(name);
});

test("no two profiles have the same name, and each writes under its own", () => {
  const companies = profiles.map(({ company }) => company.name);
  expect(new Set(profiles.map(({ name }) => name)).size).toBe(profiles.length);
  expect(new Set(companies).size).toBe(profiles.length);
});

test("an unknown name is an error that says which names there are", () => {
  const attempt = () => requirePolicy("acme", erasureMap);
  expect(attempt).toThrow(PolicyError);
  expect(attempt).toThrow(
    'POLICY_PROFILE is "acme", and there is no such policy profile. There is: default, kestrel-lane',
  );
});

type Case = [code: Contradiction["code"], sentence: RegExp, profile: PolicyProfile];

const { deadlines } = defaultProfile;

const cases: Case[] = [
  [
    "grace_outlasts_deadline",
    /completion within 30 days and a grace period of 30/,
    { ...rimbaPesan, graceDays: 30 },
  ],
  [
    "acknowledged_after_completion",
    /within 48 hours, later than the 1 days/,
    {
      ...rimbaPesan,
      graceDays: 0,
      deadlines: { ...deadlines, acknowledgeWithinHours: 48, completeWithinDays: 1 },
    },
  ],
  [
    "link_outlasts_request",
    /valid for 20160 minutes, longer than the 7 days/,
    { ...defaultProfile, verificationValidMinutes: 14 * 24 * 60 },
  ],
  [
    "backups_outlast_deadline",
    /30 days after a purge that may wait for 0/,
    { ...neelamThreads, backups: { rollOffDays: 30, confirmsAfter: "backups" } },
  ],
  [
    "no_way_to_ask",
    /neither the form nor e-mail/,
    { ...neelamThreads, channels: ["meta_callback"], requestEmail: null },
  ],
  [
    "channel_without_address",
    /gives no address to write to/,
    { ...defaultProfile, requestEmail: null },
  ],
  [
    "address_without_channel",
    /gives officer@willow-wire\.example for requests/,
    { ...willowWire, channels: ["form"] },
  ],
  [
    "questions_without_form",
    /asks for fullName, whatsappNumber, and it offers no form/,
    { ...kestrelLane, channels: ["workspace_settings", "email"] },
  ],
  [
    "revocation_without_meta",
    /asking through Meta is not among its channels/,
    { ...kestrelLane, metaRevocation: "opens_deletion" },
  ],
  [
    "not_an_address",
    /"the front desk" is no e-mail address/,
    { ...defaultProfile, company: { ...defaultProfile.company, privacyEmail: "the front desk" } },
  ],
  [
    "proof_too_weak",
    /asks a representative for no authorisation/,
    { ...defaultProfile, proof: { ...defaultProfile.proof, representative: "address" } },
  ],
  [
    "proof_too_weak",
    /does not say whose records are theirs/,
    { ...kestrelLane, proof: { ...kestrelLane.proof, end_customer: "address" } },
  ],
  [
    "proof_of_nobody",
    /authorisation from workspace_admin, who asks about nobody else/,
    { ...defaultProfile, proof: { ...defaultProfile.proof, workspace_admin: "authorisation" } },
  ],
  [
    "retention_without_terms",
    /retains invoices as invoices, and the profile says neither why nor for how long/,
    { ...defaultProfile, retentions: without(defaultProfile.retentions, "invoices") },
  ],
  [
    "not_a_figure",
    /The months to keep audit_log is 0; it has to be a whole number, 1 or more/,
    {
      ...rimbaPesan,
      retentions: { ...rimbaPesan.retentions, audit_log: { months: 0, ground: "security" } },
    },
  ],
  ["not_a_figure", /The grace period in days is -1/, { ...rimbaPesan, graceDays: -1 }],
  [
    "not_a_figure",
    /The days to complete is 30.5/,
    { ...rimbaPesan, deadlines: { ...deadlines, completeWithinDays: 30.5 } },
  ],
  ["not_a_date", /"2026-02-30", which is no date/, { ...rimbaPesan, lastUpdated: "2026-02-30" }],
  ["no_version", /has no version/, { ...rimbaPesan, version: " " }],
  [
    "law_broken",
    /follows GDPR, which allows 31 days, and may take 40/,
    {
      ...willowWire,
      laws: ["gdpr"],
      deadlines: { ...willowWire.deadlines, completeWithinDays: 40 },
    },
  ],
  [
    "law_broken",
    /follows CCPA, which allows 45 days from receipt, and may take 60/,
    { ...willowWire, laws: ["ccpa"], unverifiedDays: 30 },
  ],
  [
    "law_broken",
    /follows CCPA, which has receipt confirmed in 288 hours, and takes 336/,
    {
      ...willowWire,
      laws: ["ccpa"],
      deadlines: { ...willowWire.deadlines, acknowledgeWithinHours: 336 },
    },
  ],
  [
    "law_broken",
    /follows CCPA, which allows 45 more days, and may take 60 more/,
    { ...willowWire, laws: ["ccpa"], deadlines: { ...willowWire.deadlines, extensionDays: 60 } },
  ],
  [
    "law_broken",
    /follows CCPA, which has request_ledger kept for 24 months, and keeps it for 12/,
    {
      ...willowWire,
      laws: ["ccpa"],
      retentions: {
        ...willowWire.retentions,
        request_ledger: { months: 12, ground: "accountability" },
      },
    },
  ],
  [
    "law_broken",
    /follows Indonesia UU 27\/2022, which has processing restricted in 3 days.*grace period of 7/,
    { ...rimbaPesan, laws: ["indonesia_pdp"] },
  ],
  ["not_written", /names no language/, { ...defaultProfile, languages: [] }],
];

describe("a profile is refused, alone for what is wrong with it and in a sentence that says it:", () => {
  test.for(cases)("%s, %s", ([code, sentence, profile]) => {
    expect(findContradictions(profile, erasureMap)).toEqual([
      { code, sentence: expect.stringMatching(sentence) },
    ]);
  });

  test("a retention that no table has", () => {
    const { invoices: _gone, ...map } = erasureMap;
    expect(findContradictions(defaultProfile, map)).toEqual([
      {
        code: "retention_that_no_table_has",
        sentence:
          "It keeps invoices for 84 months, and the erasure map retains no table under that name.",
      },
    ]);
  });
});

test("all that is wrong is said at once", () => {
  const hopeless: PolicyProfile = {
    ...rimbaPesan,
    graceDays: 30,
    requestEmail: null,
    languages: [],
  };
  expect(findContradictions(hopeless, erasureMap).map(({ code }) => code)).toEqual([
    "grace_outlasts_deadline",
    "channel_without_address",
    "not_written",
  ]);
});

function without<Value extends object, Key extends keyof Value>(
  value: Value,
  key: Key,
): Omit<Value, Key> {
  const { [key]: _left, ...rest } = value;
  return rest;
}
