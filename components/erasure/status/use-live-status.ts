"use client";

import { useEffect, useState } from "react";
import type { RequestStatus } from "@/lib/erasure/status";
import { pollingPace } from "./polling-pace";
import { StatusJson } from "./status-json";

type LiveStatus = { status: RequestStatus; isReachable: boolean };

/** Follows a request until it is closed. What was last known stays while we cannot be reached. */
export function useLiveStatus(initial: RequestStatus): LiveStatus {
  const [live, setLive] = useState<LiveStatus>({ status: initial, isReachable: true });

  useEffect(() => {
    const leaving = new AbortController();
    let timer: ReturnType<typeof setTimeout> | undefined;

    function waitAfter(known: RequestStatus) {
      const pace = pollingPace(known, new Date());
      if (pace !== null) timer = setTimeout(() => look(known), pace);
    }

    async function look(known: RequestStatus) {
      const read = await readStatus(known.confirmationCode, leaving.signal);
      if (leaving.signal.aborted) return;
      const status = read ?? known;
      setLive({ status, isReachable: read !== null });
      waitAfter(status);
    }

    waitAfter(initial);
    return () => {
      leaving.abort();
      clearTimeout(timer);
    };
  }, [initial]);

  return live;
}

/** Null for every kind of failure: the next look may succeed. */
async function readStatus(code: string, signal: AbortSignal): Promise<RequestStatus | null> {
  try {
    const response = await fetch(`/api/data-deletion/${code}`, { signal, cache: "no-store" });
    return response.ok ? StatusJson.parse(await response.json()) : null;
  } catch {
    return null;
  }
}
