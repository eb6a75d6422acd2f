import { userAgentFromString } from "next/server";

/** A browser as its owner would call it; null when its header says nothing that we know. */
export function browserName(header: string | null): string | null {
  if (header === null) return null;
  const { browser, os } = userAgentFromString(header);
  if (browser.name === undefined) return null;
  return os.name === undefined ? browser.name : `${browser.name}, ${os.name}`;
}
