import { clsx } from "clsx";
import Link from "next/link";
import type { ComponentProps } from "react";

/** A link in or beside running text. */
export function TextLink({ className, ...rest }: ComponentProps<typeof Link>) {
  return (
    <Link
      {...rest}
      className={clsx(
        "text-accent underline decoration-1 underline-offset-[0.22em] hover:text-accent-strong hover:decoration-2",
        className,
      )}
    />
  );
}
