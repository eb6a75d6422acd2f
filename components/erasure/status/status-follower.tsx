"use client";

import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";
import type { RequestStatus } from "@/lib/erasure/status";
import { pollingPace } from "./polling-pace";

type StatusFollowerProps = Pick<RequestStatus, "state" | "purgeAfter"> & {
  code: string;
  /** The status that the page shows, as `GET /api/data-deletion/{code}` would have sent it. */
  seen: string;
  follows: string;
  unreachable: string;
};

/**
 * Looks whether a request has come further and, when it has, has the server write the page again.
 * What was last known stays while we cannot be reached.
 */
export function StatusFollower(props: StatusFollowerProps) {
  const { code, state, purgeAfter, seen, follows, unreachable } = props;
  const [hasScript, setHasScript] = useState(false);
  const [isReachable, setReachable] = useState(true);
  const router = useRouter();
  useEffect(() => setHasScript(true), []);

  useEffect(() => {
    const leaving = new AbortController();
    let timer: ReturnType<typeof setTimeout> | undefined;

    function wait() {
      const pace = pollingPace({ state, purgeAfter }, new Date());
      if (pace !== null) timer = setTimeout(look, pace);
    }

    async function look() {
      const found = await readStatus(code, leaving.signal);
      if (leaving.signal.aborted) return;
      setReachable(found !== null);
      if (found !== null && found !== seen) router.refresh();
      wait();
    }

    wait();
    return () => {
      leaving.abort();
      clearTimeout(timer);
    };
  }, [code, state, purgeAfter, seen, router]);

  return hasScript && <p>{isReachable ? follows : unreachable}</p>;
}

/** Null for every kind of failure: the next look may succeed. */
async function readStatus(code: string, signal: AbortSignal): Promise<string | null> {
  try {
    const response = await fetch(`/api/data-deletion/${code}`, { signal, cache: "no-store" });
    return response.ok ? await response.text() : null;
  } catch {
    return null;
  }
}
