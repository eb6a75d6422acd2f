"use client";

import { clsx } from "clsx";
import Link from "next/link";
import { usePathname } from "next/navigation";
import { type ReactNode, useEffect, useRef } from "react";
import { LinkPending } from "@/components/ui/link-pending";

type NavLinkProps = {
  href: string;
  /** The part of the address under which this is the current place; `href` unless told otherwise. */
  area?: string;
  children: ReactNode;
};

/** A place in the product; says so when one is there, and comes into sight in a row that scrolls. */
export function NavLink({ href, area = href, children }: NavLinkProps) {
  const path = usePathname();
  const isCurrent = path === area || path.startsWith(`${area}/`);
  const link = useRef<HTMLAnchorElement>(null);
  useEffect(() => {
    if (isCurrent) link.current?.scrollIntoView({ block: "nearest", inline: "center" });
  }, [isCurrent]);

  return (
    <Link
      ref={link}
      href={href}
      aria-current={isCurrent ? "page" : undefined}
      className={clsx(
        "relative flex min-h-11 items-center gap-3 rounded-lg px-3 font-medium [&_svg]:size-5 [&_svg]:shrink-0",
        isCurrent ? "bg-accent-soft text-accent" : "text-ink-muted hover:bg-sunken hover:text-ink",
      )}
    >
      {children}
      <LinkPending />
    </Link>
  );
}
