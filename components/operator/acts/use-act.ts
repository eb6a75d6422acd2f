"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import type { OperatorRefusal, OperatorResult } from "@/lib/erasure/desk/status";
import { actMessages } from "../messages/act-messages";

/** An act of the desk: a server action, whatever it takes and gives. */
export type ActOf<Input, Value = unknown> = (input: Input) => Promise<OperatorResult<Value>>;

export type ActState<Value> = {
  isPending: boolean;
  /** Why it was refused, in words. */
  refusal: string | null;
  /** What is wrong with each answer, by its name. */
  faults: Readonly<Record<string, string>>;
  /** The password is to be typed once more before it is tried again. */
  needsPassword: boolean;
  value: Value | null;
};

const idle = { isPending: false, refusal: null, faults: {}, needsPassword: false, value: null };

/**
 * Carries out an act and says what came of it. Where it asks for a fresh sign-in, the password is
 * confirmed and the same act tried again, so that nothing has to be typed twice.
 */
export function useAct<Input, Value>(
  act: ActOf<Input, Value>,
  confirmPassword: ActOf<string>,
  onDone: (value: Value) => void,
) {
  const router = useRouter();
  const [state, setState] = useState<ActState<Value>>(idle);

  async function run(input: Input, password?: string): Promise<void> {
    setState((before) => ({ ...before, isPending: true, refusal: null, faults: {} }));
    const result = await attempt(input, password).catch(() => null);
    if (result === null) {
      setState((before) => ({ ...before, isPending: false, refusal: actMessages.failed }));
    } else if (result.ok) {
      setState({ ...idle, value: result.value });
      onDone(result.value);
      router.refresh();
    } else if (result.code === "invalid_input") {
      const faults = Object.fromEntries(result.issues.map(({ path, message }) => [path, message]));
      setState((before) => ({ ...before, isPending: false, faults }));
    } else {
      const { code } = result;
      setState((before) => ({
        ...before,
        isPending: false,
        needsPassword: before.needsPassword || code === "sign_in_again",
        refusal: wordsFor(code, before.needsPassword),
      }));
    }
  }

  async function attempt(
    input: Input,
    password: string | undefined,
  ): Promise<OperatorResult<Value>> {
    if (password === undefined) return await act(input);
    const confirmed = await confirmPassword(password);
    return confirmed.ok ? await act(input) : confirmed;
  }

  return { ...state, run, reset: () => setState(idle) };
}

/** That the password is asked for is no refusal the first time: the field says so itself. */
function wordsFor(code: OperatorRefusal, wasAsked: boolean): string | null {
  return code === "sign_in_again" && !wasAsked ? null : actMessages.refusals[code];
}
