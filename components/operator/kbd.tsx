import type { ReactNode } from "react";

/** A key to press. */
export function Kbd({ children }: { children: ReactNode }) {
  return (
    <kbd className="inline-flex min-w-6 justify-center rounded-md border border-line-strong bg-surface px-1.5 font-mono text-sm leading-6">
      {children}
    </kbd>
  );
}
