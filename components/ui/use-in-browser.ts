import { useSyncExternalStore } from "react";

/** Whether a script is at work: false as the server draws a page, and for as long as it stays as drawn. */
export function useInBrowser(): boolean {
  return useSyncExternalStore(noChange, inBrowser, onServer);
}

const noChange = () => () => {};
const inBrowser = () => true;
const onServer = () => false;
