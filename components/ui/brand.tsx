import { BrandMark } from "./brand-mark";

/** The mark and the name, as at the head of every page. */
export function Brand({ name }: { name: string }) {
  return (
    <span className="inline-flex items-center gap-2.5">
      <BrandMark className="size-6 shrink-0 text-accent rtl:-scale-x-100" />
      <span className="line-clamp-2 font-semibold text-[1.0625rem] leading-snug tracking-[-0.015em]">
        {name}
      </span>
    </span>
  );
}
