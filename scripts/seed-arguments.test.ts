import { expect, test } from "vitest";
import { demoSize } from "@/db/seed";
import { readSeedArguments, SeedArgumentsError } from "./seed-arguments";

const password = ["--password", "correct horse"];

test("a password alone gives the demo", () => {
  expect(readSeedArguments(password)).toEqual({ ...demoSize, password: "correct horse" });
});

test("sizes and the base time are read", () => {
  const read = readSeedArguments([
    ...password,
    ...["--workspaces", "40", "--messages", "1000000", "--base-time", "2026-01-02T03:04:05+02:00"],
  ]);
  expect(read).toMatchObject({ workspaces: 40, messages: 1_000_000 });
  expect(read.baseTime).toEqual(new Date("2026-01-02T01:04:05Z"));
});

test.each([
  [[], /--password is missing/],
  [["--password", "short"], /at least 8/],
  [[...password, "--messages", "many"], /--messages must be a whole number/],
  [[...password, "--messages", "1e6"], /--messages must be a whole number/],
  [[...password, "--workspaces", "0"], /--workspaces must be a whole number from 1/],
  [[...password, "--workspaces", "9", "--messages", "3"], /at least --workspaces/],
  [[...password, "--base-time", "yesterday"], /--base-time must be like/],
  [[...password, "--size", "9"], /--size/],
])("%j is refused with a reason", (commandLine, reason) => {
  expect(() => readSeedArguments(commandLine)).toThrow(reason);
  expect(() => readSeedArguments(commandLine)).toThrow(SeedArgumentsError);
});
