"use client";

import { usePathname } from "next/navigation";
import type { ReactNode } from "react";
import { NavLink } from "@/components/crm/nav-link";

/** The desk's first page, which is above all others and not around them. */
export function OverviewLink({ children }: { children: ReactNode }) {
  const isHere = usePathname() === "/operator";

  return (
    <NavLink href="/operator" area={isHere ? "/operator" : "/operator/overview"}>
      {children}
    </NavLink>
  );
}
