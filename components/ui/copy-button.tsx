"use client";

import { Check, Copy } from "lucide-react";
import { useEffect, useState } from "react";
import { Button } from "./button";
import { LiveRegion } from "./live-region";

type CopyButtonProps = { text: string; label: string; copiedLabel: string };

/** Puts a text on the clipboard and says so; absent where the browser will not let it. */
export function CopyButton({ text, label, copiedLabel }: CopyButtonProps) {
  const [canCopy, setCanCopy] = useState(false);
  const [isCopied, setIsCopied] = useState(false);

  useEffect(() => setCanCopy(typeof navigator.clipboard?.writeText === "function"), []);
  useEffect(() => {
    if (!isCopied) return;
    const timer = setTimeout(() => setIsCopied(false), 4000);
    return () => clearTimeout(timer);
  }, [isCopied]);

  async function copy() {
    await navigator.clipboard.writeText(text).then(
      () => setIsCopied(true),
      () => setCanCopy(false),
    );
  }

  if (!canCopy) return null;

  return (
    <>
      <Button variant="secondary" size="compact" onClick={copy} className="print:hidden">
        {isCopied ? <Check aria-hidden="true" /> : <Copy aria-hidden="true" />}
        {isCopied ? copiedLabel : label}
      </Button>
      <LiveRegion>{isCopied ? copiedLabel : ""}</LiveRegion>
    </>
  );
}
