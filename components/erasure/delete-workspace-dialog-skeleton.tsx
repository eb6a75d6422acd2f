import { Skeleton } from "@/components/ui/skeleton";

const widths = ["w-28", "w-40", "w-24", "w-36", "w-32", "w-20"];

/** Stands where the counts will, so that little moves when they arrive. */
export function DeleteWorkspaceDialogSkeleton() {
  return (
    <div aria-hidden="true" className="grid gap-3">
      <Skeleton className="h-5 w-44" />
      <div className="divide-y divide-line border-line border-y">
        {widths.map((width) => (
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
