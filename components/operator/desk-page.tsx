import { clsx } from "clsx";
import type { ReactNode } from "react";
import { PageHeader } from "@/components/ui/page-header";
import { deskMessages } from "./messages/desk-messages";

type DeskPageProps = {
  title: ReactNode;
  lead?: ReactNode;
  eyebrow?: ReactNode;
  actions?: ReactNode;
  className?: string;
  children: ReactNode;
};

/** A page of the desk: its heading, its matter, and in which zone its times are. */
export function DeskPage({ title, lead, eyebrow, actions, className, children }: DeskPageProps) {
  return (
    <div
      className={clsx(
        "mx-auto grid w-full max-w-6xl grid-cols-[minmax(0,1fr)] content-start gap-6 px-4 py-6 sm:px-8 sm:py-8",
        className,
      )}
    >
      <PageHeader eyebrow={eyebrow} title={title} lead={lead} actions={actions} />
      {children}
      <p className="text-ink-muted text-sm">{deskMessages.utcNote}</p>
    </div>
  );
}
