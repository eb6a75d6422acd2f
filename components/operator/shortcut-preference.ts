"use client";

import { useSyncExternalStore } from "react";

const key = "lethe.desk.shortcuts";
const changed = new EventTarget();

/** Whether this browser's operator wants single-key shortcuts; they do until they say otherwise. */
export function areShortcutsOn(): boolean {
  return window.localStorage.getItem(key) !== "off";
}

export function useShortcutPreference(): { isOn: boolean; toggle: () => void } {
  const isOn = useSyncExternalStore(subscribe, areShortcutsOn, () => true);
  return {
    isOn,
    toggle() {
      window.localStorage.setItem(key, isOn ? "off" : "on");
      changed.dispatchEvent(new Event("change"));
    },
  };
}

function subscribe(onChange: () => void): () => void {
  changed.addEventListener("change", onChange);
  return () => changed.removeEventListener("change", onChange);
}
