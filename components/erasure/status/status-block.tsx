import { type ReactNode, useId } from "react";

/** One headed part of the status page. */
export function StatusBlock({ title, children }: { title: string; children: ReactNode }) {
  const id = useId();

  return (
    <section aria-labelledby={id}>
      <h2 id={id} className="mb-4 font-semibold text-xl tracking-[-0.015em]">
        {title}
      </h2>
      {children}
    </section>
  );
}
