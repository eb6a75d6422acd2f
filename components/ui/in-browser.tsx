"use client";

import type { ReactNode } from "react";
import { useInBrowser } from "./use-in-browser";

/**
 * Shows what is drawn in the browser alone: a chart takes its size from there, and what the server would
 * send of it has styles inline, which the page's policy forbids.
 */
export function InBrowser({ children }: { children: ReactNode }) {
  return useInBrowser() ? children : null;
}
