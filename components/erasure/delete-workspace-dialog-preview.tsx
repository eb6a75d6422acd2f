import { DateTime } from "@/components/ui/date-time";
import { formatCount } from "@/components/ui/format-count";
import { Skeleton } from "@/components/ui/skeleton";

/** What a deletion would do now, in the words of the published policy. */
export type WorkspaceDeletionPreview = {
  erased: { title: string; contents: string; rows: number }[];
  retained: { title: string; reason: string; rows: number; until: Date | null }[];
};

/** The counts, category by category, and what outlives the workspace. */
export function DeleteWorkspaceDialogPreview({ preview }: { preview: WorkspaceDeletionPreview }) {
  return (
    <>
      <section className="grid gap-3">
        <h3 className="font-semibold">What will be deleted</h3>
        <ul className="divide-y divide-line border-line border-y">
          {preview.erased.map(({ title, contents, rows }) => (
            <li key={title} className="grid grid-cols-[1fr_auto] gap-x-4 py-2.5">
              <span className="font-medium">{title}</span>
              <span className="text-end tabular-nums">{formatCount(rows)}</span>
              <span className="col-span-2 pe-12 text-ink-muted text-sm">{contents}</span>
            </li>
          ))}
        </ul>
        <p className="flex justify-between gap-4 font-medium">
          <span>Records in total</span>
          <span className="tabular-nums">{formatCount(totalOf(preview))}</span>
        </p>
      </section>
      <section className="grid gap-3">
        <h3 className="font-semibold">What is kept, and why</h3>
        {preview.retained.length === 0 ? (
          <p className="text-ink-muted">Nothing is kept.</p>
        ) : (
          <ul className="divide-y divide-line border-line border-y">
            {preview.retained.map(({ title, reason, rows, until }) => (
              <li key={title} className="grid grid-cols-[1fr_auto] gap-x-4 py-2.5">
                <span className="font-medium">{title}</span>
                <span className="text-end tabular-nums">{formatCount(rows)}</span>
                <span className="col-span-2 pe-12 text-ink-muted text-sm">
                  {reason}{" "}
                  {until ? (
                    <>
                      Kept until <DateTime value={until} />, without names or addresses.
                    </>
                  ) : (
                    "Kept for as long as this reason lasts, without names or addresses."
                  )}
                </span>
              </li>
            ))}
          </ul>
        )}
      </section>
    </>
  );
}

export function totalOf(preview: WorkspaceDeletionPreview): number {
  return preview.erased.reduce((total, { rows }) => total + rows, 0);
}

/** Of about the same size, so that nothing jumps when the counts arrive. */
export function DeleteWorkspaceDialogPreviewSkeleton() {
  return (
    <div aria-hidden="true" className="grid gap-3">
      <Skeleton className="h-5 w-44" />
      <div className="divide-y divide-line border-line border-y">
        {skeletonWidths.map((width) => (
          <div key={width} className="grid gap-2 py-3">
            <div className="flex justify-between">
              <Skeleton className={width} />
              <Skeleton className="w-12" />
            </div>
            <Skeleton className="h-3.5 w-3/4" />
          </div>
        ))}
      </div>
    </div>
  );
}

const skeletonWidths = ["w-28", "w-40", "w-24", "w-36", "w-32", "w-20"];
