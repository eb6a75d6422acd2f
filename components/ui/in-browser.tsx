"use client";

import { type ReactNode, useSyncExternalStore } from "react";

/**
 * Shows what is drawn in the browser alone: a chart takes its size from there, and what the server would
 * send of it has styles inline, which the page's policy forbids.
 */
export function InBrowser({ children }: { children: ReactNode }) {
  return useSyncExternalStore(noChange, inBrowser, onServer) ? children : null;
}

const noChange = () => () => {};
const inBrowser = () => true;
const onServer = () => false;
