"use client";

import { useEffect, useState } from "react";
import { statusMessages } from "../messages/status-messages";

type StatusFollowNoteProps = { code: string; isReachable: boolean; isAtWork: boolean };

/** How this page keeps up: by itself with scripts, by reloading without. */
export function StatusFollowNote({ code, isReachable, isAtWork }: StatusFollowNoteProps) {
  const [hasScript, setHasScript] = useState(false);
  useEffect(() => setHasScript(true), []);
  const { follows, unreachable, reload } = statusMessages.live;

  return (
    <div className="prose-links min-h-6 text-ink-muted text-sm print:hidden">
      {hasScript && <p>{isReachable ? follows : unreachable}</p>}
      <noscript>
        {isAtWork && <meta httpEquiv="refresh" content="5" />}
        <a href={`/data-deletion/status/${code}`}>{reload}</a>
      </noscript>
    </div>
  );
}
