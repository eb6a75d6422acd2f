"use client";

import { useState } from "react";
import { LiveRegion } from "@/components/ui/live-region";
import { type SpokenStatus, statusAnnouncement } from "./status-announcement";

/** Reads out what has changed since the page was opened, in words that the server has chosen. */
export function StatusAnnouncer(status: SpokenStatus) {
  const [initial] = useState(status);

  return <LiveRegion>{statusAnnouncement(initial, status)}</LiveRegion>;
}
