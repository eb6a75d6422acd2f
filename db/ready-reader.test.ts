import { expect, test } from "vitest";
import { ReadyReader } from "./ready-reader";

const row = message("D", Buffer.from("Z\0\0\0\u0005I, said in a row"));
const begun = message("Z", Buffer.from("T"));
const over = message("Z", Buffer.from("I"));
const failed = message("Z", Buffer.from("E"));
const goodbye = message("E", Buffer.from("SFATAL\0C57P01\0\0"));

test.each([
  { said: "nothing but the goodbye", messages: [goodbye], answers: 0, isInTransaction: false },
  { said: "begun, and goodbye", messages: [begun, goodbye], answers: 1, isInTransaction: true },
  { said: "a row that looks like it", messages: [begun, row], answers: 1, isInTransaction: true },
  { said: "begun and over", messages: [begun, row, over], answers: 2, isInTransaction: false },
  { said: "begun and failed", messages: [begun, failed], answers: 2, isInTransaction: true },
])("$said: in pieces of any length", ({ messages, answers, isInTransaction }) => {
  const bytes = Buffer.concat(messages);
  for (let length = 1; length <= bytes.length; length++) {
    const reader = new ReadyReader();
    let heard = 0;
    for (let at = 0; at < bytes.length; at += length) {
      if (reader.read(bytes.subarray(at, at + length))) heard += 1;
    }
    expect(reader.isInTransaction, `${length} bytes at a time`).toBe(isInTransaction);
    if (length <= over.length) expect(heard, `${length} bytes at a time`).toBe(answers);
  }
});

function message(type: string, body: Buffer): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(body.length + 4);
  return Buffer.concat([Buffer.from(type), length, body]);
}
