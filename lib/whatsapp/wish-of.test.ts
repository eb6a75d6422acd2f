import { expect, test } from "vitest";
import { sentMessage } from "@/lib/testing/whatsapp-delivery";
import { InboundMessage } from "./webhook-payload";
import { wishOf } from "./wish-of";

test.for<[string | object, "stop" | "resume" | null]>([
  ["STOP", "stop"],
  [" Stop. ", "stop"],
  ["“stop”!", "stop"],
  ["ＳＴＯＰ", "stop"],
  ["stop\n all", "stop"],
  ["إيقاف", "stop"],
  ["बंद करें।", "stop"],
  ["Berhenti", "stop"],
  [{ type: "button", button: { text: "Stop promotions", payload: "any" } }, "stop"],
  [
    { type: "interactive", interactive: { type: "button_reply", button_reply: { title: "STOP" } } },
    "stop",
  ],
  ["Start", "resume"],
  ["unstop", "resume"],
  ["please stop by at noon", null],
  ["Cancel", null],
  ["🛑", null],
  ["", null],
  [{ type: "reaction", reaction: { message_id: "wamid.0", emoji: "stop" } }, null],
  [{ type: "image", image: { id: "1", caption: "stop" } }, null],
  [{ text: { body: "stop" }, group_id: "group-1" }, null],
  [{ type: "button", button: "stop" }, null],
])("of %j", ([said, wish]) => {
  const parts = typeof said === "string" ? { text: { body: said } } : said;
  const raw = { ...sentMessage({ id: "wamid.1", from: "15550000000", at: new Date(0) }), ...parts };
  expect(wishOf(InboundMessage.parse(raw))?.wish ?? null).toBe(wish);
});
