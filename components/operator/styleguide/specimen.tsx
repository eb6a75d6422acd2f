import { clsx } from "clsx";
import type { ReactNode } from "react";

type SpecimenProps = {
  name: string;
  /** Below one another: for what takes a page's whole width. */
  isStacked?: boolean;
  children: ReactNode;
};

/** One kind of component: its name, and all its states side by side. */
export function Specimen({ name, isStacked = false, children }: SpecimenProps) {
  return (
    <section aria-label={name} className="grid gap-4 border-line border-t pt-6">
      <h2 className="font-semibold text-lg">{name}</h2>
      <div
        className={clsx(
          isStacked
            ? "grid max-w-3xl grid-cols-[minmax(0,1fr)] gap-6"
            : "flex flex-wrap items-start gap-4",
        )}
      >
        {children}
      </div>
    </section>
  );
}
