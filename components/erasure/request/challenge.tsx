import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { Callout } from "@/components/ui/callout";
import { isolated } from "@/components/words/isolated";
import { challengeOrigin } from "@/lib/challenge/schemas";

/** What of Cloudflare's widget is used here. */
type Widget = {
  render(box: HTMLElement, settings: { sitekey: string; language: string }): string;
  remove(id: string): void;
};

declare global {
  // biome-ignore lint/style/useConsistentTypeDefinitions: only an interface can be added to.
  interface Window {
    turnstile?: Widget;
  }
}

const script = `${challengeOrigin}/turnstile/v0/api.js?render=explicit`;

/** The widget's public key, and where to write to in place of the form. */
export type Challenged = { siteKey: string; address: string };

/**
 * A challenge for programs, where the platform asks for one. Its answer is good for one try, so it is shown
 * anew under a new key. Who has no scripts is told whom to write to.
 */
export function Challenge({ siteKey, address }: Challenged) {
  const t = useTranslations("form.challenge");
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => show(box.current, siteKey), [siteKey]);

  return (
    <div>
      <div ref={box} className="min-h-[65px]" />
      <noscript>
        <Callout tone="danger">{t.rich("needsScripts", { email: address, id: isolated })}</Callout>
      </noscript>
    </div>
  );
}

/** @returns what takes it away again. */
function show(box: HTMLElement | null, sitekey: string): () => void {
  let shown: string | undefined;
  const element = scriptElement();
  const render = () => {
    if (box === null || shown !== undefined || !box.isConnected) return;
    shown = window.turnstile?.render(box, { sitekey, language: document.documentElement.lang });
  };
  render();
  element.addEventListener("load", render);
  return () => {
    element.removeEventListener("load", render);
    if (shown !== undefined) window.turnstile?.remove(shown);
  };
}

/** Loaded once for the document. What runs here carries its nonce already and may add to it. */
function scriptElement(): HTMLScriptElement {
  const found = document.querySelector<HTMLScriptElement>(`script[src="${script}"]`);
  if (found) return found;
  const element = document.createElement("script");
  element.src = script;
  element.async = true;
  document.head.append(element);
  return element;
}
