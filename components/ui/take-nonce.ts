import { setNonce } from "get-nonce";

/**
 * Lets an open dialog or menu add its style, which stops the page behind from scrolling: with the
 * nonce of the document, whose policy holds until the next full load.
 */
export function takeNonce(): void {
  if (typeof document === "undefined") return;
  const nonce = document.querySelector<HTMLScriptElement>("script[nonce]")?.nonce;
  if (nonce) setNonce(nonce);
}
