import type { ReactNode } from "react";

/**
 * Words for screen readers, read out when they change.
 *
 * It must be on the page before its first words are; change them rarely, for each change speaks.
 */
export function LiveRegion({ children }: { children: ReactNode }) {
  return (
    <div role="status" aria-live="polite" aria-atomic="true" className="sr-only">
      {children}
    </div>
  );
}
