import path from "node:path";
import { describe, expect, test } from "vitest";
import { readDemoArguments } from "./demo-arguments";
import { DemoError } from "./demo-error";

describe("the demo's command line", () => {
  test("may be empty", () => {
    expect(readDemoArguments([], {})).toEqual({
      fresh: false,
      dataFolder: path.resolve(".data"),
      port: 3000,
    });
  });

  test("takes a folder, a port and a fresh start", () => {
    expect(readDemoArguments(["--fresh", "--data", "/tmp/x"], { PORT: "3001" })).toEqual({
      fresh: true,
      dataFolder: "/tmp/x",
      port: 3001,
    });
  });

  test("names a flag it does not know, and those it does", () => {
    expect(() => readDemoArguments(["--frsh"], {})).toThrow(/--frsh(.|\n)*--fresh/);
  });

  test.for(["0", "65536", "http", "3000.5"])("refuses the port %s", (port) => {
    expect(() => readDemoArguments([], { PORT: port })).toThrow(DemoError);
  });
});
