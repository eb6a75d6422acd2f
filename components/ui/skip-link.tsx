/** The first stop of the Tab key: past everything that is the same on every page. */
export function SkipLink({ href = "#main", label }: { href?: string; label: string }) {
  return (
    <a
      href={href}
      className="fixed inset-s-4 top-0 z-50 -translate-y-[150%] rounded-b-lg bg-ink px-5 py-3 font-medium text-paper focus:translate-y-0 print:hidden"
    >
      {label}
    </a>
  );
}
