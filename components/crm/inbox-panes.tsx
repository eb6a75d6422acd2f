import { clsx } from "clsx";
import type { ReactNode } from "react";

type InboxPanesProps = {
  list: ReactNode;
  /** On a narrow screen an open conversation takes the place of the list. */
  isConversationOpen: boolean;
  children: ReactNode;
};

/** The list, and beside it what is open. */
export function InboxPanes({ list, isConversationOpen, children }: InboxPanesProps) {
  return (
    <div className="flex min-h-0 flex-1 lg:grid lg:grid-cols-[23rem_minmax(0,1fr)]">
      <div
        className={clsx(
          "min-h-0 min-w-0 flex-1 overflow-y-auto border-line lg:block lg:border-e",
          isConversationOpen && "hidden",
        )}
      >
        {list}
      </div>
      <div
        className={clsx(
          "min-h-0 min-w-0 flex-1 flex-col lg:flex",
          isConversationOpen ? "flex" : "hidden",
        )}
      >
        {children}
      </div>
    </div>
  );
}
