import type { ComponentProps } from "react";

/** Three lines of water, each a little further forgotten. Decoration: the name stands beside it. */
export function BrandMark(props: ComponentProps<"svg">) {
  return (
    <svg
      {...props}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth="2"
      strokeLinecap="round"
      aria-hidden="true"
      focusable="false"
    >
      <path d="M2.5 7.5c2.4-2 4.7-2 7.1 0s4.8 2 7.2 0 3.4-1.9 4.7-1.1" />
      <path d="M2.5 12.5c2.4-2 4.7-2 7.1 0s4.8 2 7.2 0" opacity="0.62" />
      <path d="M2.5 17.5c2.4-2 4.7-2 7.1 0" opacity="0.34" />
    </svg>
  );
}
