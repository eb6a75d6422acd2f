"use client";

import { useEffect, useRef } from "react";
import { areShortcutsOn } from "./shortcut-preference";

/** Where a key is somebody's text, or a widget's own. */
const ownKeys =
  "input, textarea, select, [contenteditable], [role=dialog], [role=menu], [role=listbox]";

/**
 * Does something at the press of a single key, unless it is typed into something, comes with a
 * modifier, or a dialog is open; and never where shortcuts are turned off (WCAG 2.1.4).
 */
export function useShortcut(keys: Readonly<Record<string, () => void>>): void {
  const latest = useRef(keys);
  latest.current = keys;

  useEffect(() => {
    function press(event: KeyboardEvent) {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.target instanceof Element && event.target.closest(ownKeys)) return;
      if (document.querySelector("[role=dialog]") !== null || !areShortcutsOn()) return;
      const act = Object.hasOwn(latest.current, event.key) ? latest.current[event.key] : undefined;
      if (act === undefined) return;
      event.preventDefault();
      act();
    }
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  }, []);
}
