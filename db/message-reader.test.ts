import { expect, test } from "vitest";
import { MessageReader } from "./message-reader";

const begun = message("Z", "T");
const row = message("D", "Z\0\0\0\u0005I, said in a row");
const goodbye = message("E", "SFATAL\0C57P01\0\0");
const sync = message("S", "");
const startup = message("", "\0\u0003\0\0user\0somebody\0\0");

test.each([
  { said: "an answer and the goodbye", messages: [begun, goodbye], heard: ["Z T", "E S"] },
  {
    said: "a row that looks like one",
    messages: [begun, row, begun],
    heard: ["Z T", "D Z", "Z T"],
  },
  { said: "nothing in a body", messages: [sync, sync], heard: ["S", "S"] },
])("$said: heard in pieces of any length", ({ messages, heard }) => {
  expectHeard(messages, heard, {});
});

test("who connects says something without a type first", () => {
  expectHeard([startup, sync, row], ["S", "D Z"], { beginsUntyped: true });
});

function expectHeard(messages: readonly Buffer[], heard: readonly string[], options: object): void {
  const bytes = Buffer.concat(messages);
  for (let length = 1; length <= bytes.length; length++) {
    const types: string[] = [];
    const reader = new MessageReader((...codes) => {
      types.push(
        codes
          .flatMap((code) => code ?? [])
          .map((code) => String.fromCharCode(code))
          .join(" "),
      );
    }, options);
    for (let at = 0; at < bytes.length; at += length) {
      reader.read(bytes.subarray(at, at + length));
    }
    expect(types, `${length} bytes at a time`).toEqual(heard);
  }
}

function message(type: string, body: string): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(Buffer.byteLength(body) + 4);
  return Buffer.concat([Buffer.from(type), length, Buffer.from(body)]);
}
