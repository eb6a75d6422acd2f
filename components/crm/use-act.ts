"use client";

import { useRouter } from "next/navigation";
import { useState, useTransition } from "react";
import { actMessages } from "./messages/act-messages";

/** @param isPosted said on the page that a browser got for its post, where no script acted. */
export type Outcome = { isDone: boolean; text: string; isPosted?: true };

type Answer<Code> = { ok: true } | { ok: false; code: Code };

/**
 * Calls an action of the server, keeps what became of it in words, and has the page read again
 * what it shows.
 *
 * @param refusals what each refusal says to the person who acted.
 */
export function useAct<Code extends string>(refusals: Readonly<Record<Code, string>>) {
  const router = useRouter();
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const [isRefreshing, startRefresh] = useTransition();
  const [isActing, setIsActing] = useState(false);

  /** @returns the refusal, if it was one; null when it is done; undefined when nobody knows. */
  async function act(
    work: () => Promise<Answer<Code>>,
    done: string,
  ): Promise<Code | null | undefined> {
    setOutcome(null);
    setIsActing(true);
    const result = await work().catch(() => undefined);
    setIsActing(false);
    if (result?.ok) {
      setOutcome({ isDone: true, text: done });
      startRefresh(() => router.refresh());
      return null;
    }
    setOutcome({ isDone: false, text: result ? refusals[result.code] : actMessages.failed });
    return result?.code;
  }

  return { act, outcome, isBusy: isActing || isRefreshing };
}
