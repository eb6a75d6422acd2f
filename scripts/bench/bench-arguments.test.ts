import { expect, test } from "vitest";
import { BenchArgumentsError, readBenchArguments } from "./bench-arguments";

test("no flags give a hundred thousand messages and a table", () => {
  expect(readBenchArguments([])).toEqual({
    size: 100_000,
    json: false,
    quick: false,
    part: "all",
  });
});

test("size, haste and JSON are read", () => {
  expect(readBenchArguments(["--size", "10000000", "--quick", "--json"])).toEqual({
    size: 10_000_000,
    json: true,
    quick: true,
    part: "all",
  });
});

test.each(["workspace", "neighbours", "export", "contacts", "lists", "desk", "http", "oracle"])(
  "%s alone is read",
  (part) => {
    expect(readBenchArguments([part, "--json"])).toMatchObject({ part });
  },
);

test("some ways are chosen, and how often", () => {
  expect(readBenchArguments(["--ways", "floor, keys on;ours", "--rounds", "7"])).toMatchObject({
    ways: ["floor, keys on", "ours"],
    rounds: 7,
  });
});

test("the server's settings are read", () => {
  expect(readBenchArguments(["--set", "max_wal_size=4GB", "--set", "jit=off"]).set).toEqual(
    new Map([
      ["max_wal_size", "4GB"],
      ["jit", "off"],
    ]),
  );
});

test.each([
  [["--size", "9999"], /--size must be a whole number from 10000/],
  [["--size", "10000001"], /to 10000000/],
  [["--size", "1e6"], /--size must be/],
  [["--speed"], /--speed/],
  [["--ways", "truncate"], /The ways are: cascade; floor/],
  [["--rounds", "0"], /--rounds must be/],
  [["--set", "max_wal_size = '4GB'"], /--set must be/],
  [["invoices"], /can be run alone are/],
  [["neighbours", "neighbours"], /can be run alone are/],
])("%j is refused with a reason", (commandLine, reason) => {
  expect(() => readBenchArguments(commandLine)).toThrow(reason);
  expect(() => readBenchArguments(commandLine)).toThrow(BenchArgumentsError);
});
