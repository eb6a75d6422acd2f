import { clsx } from "clsx";
import type { ReactNode } from "react";

type PolicySectionProps = {
  id: string;
  title: string;
  intro?: ReactNode;
  /** Of use on a screen only, like a form: left out on paper. */
  isForScreen?: boolean;
  children: ReactNode;
};

/** One heading of the policy, with an address of its own. */
export function PolicySection({
  id,
  title,
  intro,
  isForScreen = false,
  children,
}: PolicySectionProps) {
  return (
    <section
      id={id}
      aria-labelledby={`${id}-title`}
      className={clsx(isForScreen && "print:hidden")}
    >
      <hr className="rule-fading mb-8" />
      <h2
        id={`${id}-title`}
        className="font-[550] text-[1.75rem] leading-tight tracking-[-0.024em] sm:text-[2rem]"
      >
        {title}
      </h2>
      {intro && <p className="mt-3 text-ink-muted text-lg">{intro}</p>}
      <div className="mt-7">{children}</div>
    </section>
  );
}
