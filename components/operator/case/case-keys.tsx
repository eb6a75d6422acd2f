"use client";

import { useRouter } from "next/navigation";
import { KeyboardHelp } from "../keyboard-help";
import { queueMessages } from "../messages/queue-messages";
import { useShortcut } from "../use-shortcut";

/** The shortcuts of a request's page. */
export function CaseKeys() {
  const router = useRouter();
  useShortcut({ b: () => router.push("/operator/requests") });

  return <KeyboardHelp lines={[{ keys: ["b"], what: queueMessages.keys.back }]} />;
}
