import { clsx } from "clsx";
import { type ReactNode, useId } from "react";

export type DataColumn<Row> = {
  key: string;
  header: ReactNode;
  cell: (row: Row) => ReactNode;
  /** Numbers stand at the end, so that their digits line up. */
  isNumeric?: boolean;
  /** This cell names its row. */
  isRowHeader?: boolean;
};

type DataTableProps<Row> = {
  caption: ReactNode;
  isCaptionHidden?: boolean;
  columns: readonly DataColumn<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  /** Said in place of rows when there are none. */
  emptyText?: ReactNode;
  className?: string;
};

/** A table that scrolls sideways by itself, and by keyboard, where the page is narrow. */
export function DataTable<Row>({
  caption,
  isCaptionHidden = false,
  columns,
  rows,
  rowKey,
  emptyText,
  className,
}: DataTableProps<Row>) {
  const captionId = useId();

  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for forms, and a section would be one landmark more
    <div
      role="group"
      aria-labelledby={captionId}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
      tabIndex={0}
      className={clsx("overflow-x-auto rounded-sm", className)}
    >
      <table className="w-full border-collapse text-start">
        <caption
          id={captionId}
          className={isCaptionHidden ? "sr-only" : "pb-3 text-start font-medium"}
        >
          {caption}
        </caption>
        <thead>
          <tr className="border-line-strong border-b">
            {columns.map((column) => (
              <th
                key={column.key}
                scope="col"
                className={clsx(
                  "py-2.5 pe-4 font-medium text-ink-muted text-sm last:pe-0",
                  column.isNumeric ? "text-end" : "text-start",
                )}
              >
                {column.header}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="divide-y divide-line border-line border-b">
          {rows.length === 0 && emptyText && (
            <tr>
              <td colSpan={columns.length} className="py-6 text-center text-ink-muted">
                {emptyText}
              </td>
            </tr>
          )}
          {rows.map((row) => (
            <tr key={rowKey(row)}>
              {columns.map((column) => (
                <DataCell key={column.key} column={column}>
                  {column.cell(row)}
                </DataCell>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function DataCell<Row>({ column, children }: { column: DataColumn<Row>; children: ReactNode }) {
  const className = clsx(
    "py-3 pe-4 align-baseline last:pe-0",
    column.isNumeric ? "text-end tabular-nums" : "text-start",
  );

  return column.isRowHeader ? (
    <th scope="row" className={clsx(className, "font-medium")}>
      {children}
    </th>
  ) : (
    <td className={className}>{children}</td>
  );
}
