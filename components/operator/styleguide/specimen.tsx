import type { ReactNode } from "react";

/** One kind of component: its name, and all its states side by side. */
export function Specimen({ name, children }: { name: string; children: ReactNode }) {
  return (
    <section aria-label={name} className="grid gap-4 border-line border-t pt-6">
      <h2 className="font-semibold text-lg">{name}</h2>
      <div className="flex flex-wrap items-start gap-4">{children}</div>
    </section>
  );
}
