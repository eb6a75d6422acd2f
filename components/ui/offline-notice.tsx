"use client";

import { useEffect, useState, useSyncExternalStore } from "react";

/**
 * Says that there is no connection for as long as there is none, and keeps forms from being sent meanwhile:
 * what cannot arrive is not tried, so that everything typed, and the secret that a form may hold, stays.
 */
export function OfflineNotice({ text }: { text: string }) {
  const isOnline = useSyncExternalStore(watchConnection, readConnection, assumeConnection);
  const [tries, setTries] = useState(0);

  useEffect(() => {
    if (isOnline) return;
    function keep(event: SubmitEvent) {
      event.preventDefault();
      event.stopImmediatePropagation();
      setTries((before) => before + 1);
    }
    // On the window: React, and whoever else would send the form, listens further in.
    window.addEventListener("submit", keep, { capture: true });
    return () => window.removeEventListener("submit", keep, { capture: true });
  }, [isOnline]);

  return (
    <div
      role="status"
      // Named outright as well: a dialog hides everything else from screen readers but such a region.
      aria-live="polite"
      className="pointer-events-none fixed inset-x-0 bottom-0 z-60 p-3 sm:p-4 print:hidden"
    >
      {!isOnline && (
        <p
          // Anew for every try, so that it is read out again.
          key={tries}
          className="mx-auto max-w-2xl animate-rise rounded-xl border border-warning/40 bg-warning-soft px-4 py-3 text-ink shadow-floating"
        >
          {text}
        </p>
      )}
    </div>
  );
}

function watchConnection(onChange: () => void): () => void {
  window.addEventListener("online", onChange);
  window.addEventListener("offline", onChange);
  return () => {
    window.removeEventListener("online", onChange);
    window.removeEventListener("offline", onChange);
  };
}

function readConnection(): boolean {
  return navigator.onLine;
}

function assumeConnection(): boolean {
  return true;
}
