import type { ReactNode } from "react";

type PolicyWayProps = { title: string; children: ReactNode };

/** One way to ask, headed by whom it is for. */
export function PolicyWay({ title, children }: PolicyWayProps) {
  return (
    <li className="grid gap-x-8 gap-y-2 border-line border-t py-6 first:border-t-0 first:pt-0 sm:grid-cols-[13rem_1fr] print:block print:break-inside-avoid">
      <h3 className="font-semibold leading-snug">{title}</h3>
      <div className="prose-links grid gap-3 print:mt-1 print:block print:space-y-2">
        {children}
      </div>
    </li>
  );
}
