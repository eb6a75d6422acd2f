"use client";

import { KeyboardHelp } from "./keyboard-help";
import { queueMessages } from "./messages/queue-messages";
import { useShortcut } from "./use-shortcut";

const { keys } = queueMessages;
const rows = "[data-queue-row]";
const search = "[data-queue-search]";

/** Moves through the queue by keyboard. Enter is the focused link's own. */
export function QueueKeys() {
  useShortcut({ j: () => move(1), k: () => move(-1), "/": () => focus(search) });

  return (
    <KeyboardHelp
      lines={[
        { keys: ["j", "k"], what: keys.move },
        { keys: ["Enter"], what: keys.open },
        { keys: ["/"], what: keys.search },
      ]}
    />
  );
}

/** From the row that has the focus, or had it: a reload takes it away. */
function move(by: 1 | -1): void {
  const links = [...document.querySelectorAll<HTMLElement>(rows)];
  const focused = document.activeElement;
  const at = focused instanceof HTMLElement ? links.indexOf(focused) : -1;
  const next = at === -1 ? (by === 1 ? 0 : links.length - 1) : at + by;
  links[Math.max(0, Math.min(next, links.length - 1))]?.focus();
}

function focus(what: string): void {
  document.querySelector<HTMLElement>(what)?.focus();
}
