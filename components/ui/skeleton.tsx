import { clsx } from "clsx";
import type { ComponentProps } from "react";

/** A quiet stand-in of the right size. Say in words elsewhere that something is loading. */
export function Skeleton({ className, ...rest }: ComponentProps<"div">) {
  return (
    <div
      {...rest}
      aria-hidden="true"
      className={clsx("h-4 animate-breathe rounded-md bg-sunken", className)}
    />
  );
}
