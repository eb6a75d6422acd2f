"use client";

import { Keyboard } from "lucide-react";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Kbd } from "./kbd";
import { queueMessages } from "./messages/queue-messages";
import { useShortcutPreference } from "./shortcut-preference";
import { useShortcut } from "./use-shortcut";

const { keys: words } = queueMessages;

export type ShortcutLine = { keys: readonly string[]; what: string };

/** The page's shortcuts, said in a line where they work, and at length at the press of a question mark. */
export function KeyboardHelp({ lines }: { lines: readonly ShortcutLine[] }) {
  const [isOpen, setIsOpen] = useState(false);
  const { isOn, toggle } = useShortcutPreference();
  useShortcut({ "?": () => setIsOpen(true) });
  const all = [...lines, { keys: ["?"], what: words.help }];

  return (
    <div className="hidden items-center gap-x-5 gap-y-2 text-ink-muted text-sm md:flex md:flex-wrap print:hidden">
      {isOn &&
        all.map(({ keys, what }) => (
          <span key={what} className="inline-flex items-center gap-1.5">
            {keys.map((one) => (
              <Kbd key={one}>{one}</Kbd>
            ))}
            {what}
          </span>
        ))}
      <Dialog
        title={words.title}
        open={isOpen}
        onOpenChange={setIsOpen}
        trigger={
          <Button variant="quiet" size="compact">
            <Keyboard aria-hidden="true" />
            {words.hint}
          </Button>
        }
      >
        <dl className="grid grid-cols-[auto_1fr] items-center gap-x-5 gap-y-3">
          {all.map(({ keys, what }) => (
            <div key={what} className="contents">
              <dt className="flex gap-1.5">
                {keys.map((one) => (
                  <Kbd key={one}>{one}</Kbd>
                ))}
              </dt>
              <dd>{what}</dd>
            </div>
          ))}
        </dl>
        <div className="mt-6 grid justify-items-start gap-2">
          <Button variant="secondary" size="compact" onClick={toggle} aria-pressed={!isOn}>
            {isOn ? words.off : words.on}
          </Button>
          <p aria-live="polite" className="text-ink-muted text-sm">
            {isOn ? "" : words.offNote}
          </p>
        </div>
      </Dialog>
    </div>
  );
}
