import type { ReactNode } from "react";
import { Brand } from "./brand";

/** The head of a public page: whose page this is, and the way back to its start. */
export function SiteHeader({ brand, home, nav }: { brand: string; home: string; nav?: ReactNode }) {
  return (
    <header className="mx-auto w-full max-w-6xl px-5 sm:px-8">
      <div className="flex min-h-18 flex-wrap items-center justify-between gap-x-6">
        <a href={home} className="-mx-2 inline-flex min-h-11 items-center rounded-md px-2 text-ink">
          <Brand name={brand} />
        </a>
        {nav}
      </div>
      <hr className="rule-fading" />
    </header>
  );
}
