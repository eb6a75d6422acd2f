import { clsx } from "clsx";
import Link from "next/link";
import { LinkPending } from "@/components/ui/link-pending";

type TabLinksProps = {
  label: string;
  current: string;
  tabs: readonly { key: string; title: string; href: string }[];
};

/** The few ways in which one looks at the same matter, each at an address of its own. */
export function TabLinks({ label, current, tabs }: TabLinksProps) {
  return (
    <nav aria-label={label} className="flex flex-wrap gap-1">
      {tabs.map(({ key, title, href }) => (
        <Link
          key={key}
          href={href}
          aria-current={key === current ? "page" : undefined}
          className={clsx(
            "relative inline-flex min-h-11 items-center rounded-lg px-3 font-medium",
            key === current
              ? "bg-accent-soft text-accent"
              : "text-ink-muted hover:bg-sunken hover:text-ink",
          )}
        >
          {title}
          <LinkPending />
        </Link>
      ))}
    </nav>
  );
}
