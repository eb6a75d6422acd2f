type PolicyContentsProps = { label: string; entries: readonly { id: string; title: string }[] };

/** The way around the page, beside it where there is room. */
export function PolicyContents({ label, entries }: PolicyContentsProps) {
  return (
    <nav aria-label={label} className="hidden lg:block print:hidden">
      <div className="sticky top-8">
        <p className="font-medium text-ink-muted text-sm">{label}</p>
        <ul className="mt-3 border-line border-s">
          {entries.map((entry) => (
            <li key={entry.id}>
              <a
                href={`#${entry.id}`}
                className="-ms-px flex min-h-11 items-center border-transparent border-s-2 ps-4 text-ink-muted hover:border-accent hover:text-ink"
              >
                {entry.title}
              </a>
            </li>
          ))}
        </ul>
      </div>
    </nav>
  );
}
