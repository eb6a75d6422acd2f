import { type RowSelectionState, useTable } from "@tanstack/react-table";
import { useVirtualizer } from "@tanstack/react-virtual";
import { clsx } from "clsx";
import { useEffect, useMemo, useRef } from "react";
import type { ContactSummary } from "@/lib/contacts/schemas";
import { contactColumns, wideColumns } from "./contact-columns";
import { type ContactSelection, isSelected, withContacts } from "./contact-selection";
import { contactTableFeatures } from "./contact-table-features";
import { contactsMessages } from "./messages/contacts-messages";

type ContactTableProps = {
  slug: string;
  contacts: ContactSummary[];
  total: number | null;
  /** Others are on their way: these are what was asked for before. */
  isStale: boolean;
  now: Date;
  selection: ContactSelection;
  onSelect: (selection: ContactSelection) => void;
  onEndInSight: () => void;
};

const rowHeight = 64;

/** How many rows from the end the next page is asked for. */
const lookahead = 15;

/**
 * The contacts, of which only the rows in sight are on the page. Rows above and below are two spacers,
 * so that it stays one table for assistive technology, which is told how many rows there are.
 */
export function ContactTable(props: ContactTableProps) {
  const { slug, contacts, total, isStale, now, selection, onSelect, onEndInSight } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const columns = useMemo(() => contactColumns(slug, now), [slug, now]);
  const rowSelection = useMemo(() => selectedAmong(contacts, selection), [contacts, selection]);
  const table = useTable({
    features: contactTableFeatures,
    columns,
    data: contacts,
    getRowId: (contact) => contact.id,
    enableRowSelection: ({ original }) => !original.isBeingErased,
    state: { rowSelection },
    onRowSelectionChange: (updater) => {
      const next = typeof updater === "function" ? updater(rowSelection) : updater;
      const changed = contacts.map(({ id }) => id).filter((id) => next[id] !== rowSelection[id]);
      const added = changed.filter((id) => next[id]);
      const removed = changed.filter((id) => !next[id]);
      onSelect(withContacts(withContacts(selection, added, true), removed, false));
    },
  });
  const { rows } = table.getRowModel();
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    // So that the server, which knows no screen, has rows to show, too.
    initialRect: { width: 0, height: 12 * rowHeight },
    getItemKey: (index) => rows[index]?.id ?? index,
    overscan: 8,
  });
  const inSight = virtualizer.getVirtualItems();
  const [first, last] = [inSight.at(0), inSight.at(-1)];
  const isEndInSight = last !== undefined && last.index >= rows.length - lookahead;
  useEffect(() => {
    if (isEndInSight) onEndInSight();
  }, [isEndInSight, onEndInSight]);

  return (
    <section
      ref={scroller}
      aria-label={contactsMessages.title}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
      tabIndex={0}
      className="min-h-0 flex-1 overflow-y-auto outline-offset-[-2px]"
    >
      <table
        aria-rowcount={total === null ? -1 : total + 1}
        aria-busy={isStale || undefined}
        className={clsx(
          "w-full table-fixed border-collapse text-start transition-opacity",
          isStale && "opacity-50",
        )}
      >
        <thead className="sticky top-0 z-10 bg-paper">
          {table.getHeaderGroups().map((group) => (
            <tr key={group.id} aria-rowindex={1}>
              {group.headers.map((header) => (
                <th
                  key={header.id}
                  scope="col"
                  className={clsx(
                    "border-line-strong border-b py-2.5 text-start font-medium text-ink-muted text-sm",
                    cellStyle(header.column.id),
                  )}
                >
                  {header.column.id === "select" ? (
                    <label className="-m-2 grid size-11 place-items-center">
                      <input
                        type="checkbox"
                        aria-label={contactsMessages.selectLoaded}
                        checked={rows.length > 0 && table.getIsAllRowsSelected()}
                        onChange={table.getToggleAllRowsSelectedHandler()}
                        className="size-5 accent-accent"
                      />
                    </label>
                  ) : (
                    <table.FlexRender header={header} />
                  )}
                </th>
              ))}
            </tr>
          ))}
        </thead>
        <tbody>
          <Spacer height={first?.start ?? 0} />
          {inSight.map(({ index }) => {
            const row = rows[index];
            return (
              row && (
                <tr
                  key={row.id}
                  ref={virtualizer.measureElement}
                  data-index={index}
                  aria-rowindex={index + 2}
                  className={clsx(
                    "h-16 border-line border-b",
                    rowSelection[row.id] ? "bg-accent-soft" : "hover:bg-sunken",
                  )}
                >
                  {row.getAllCells().map((cell) => (
                    <td key={cell.id} className={clsx("py-2", cellStyle(cell.column.id))}>
                      <table.FlexRender cell={cell} />
                    </td>
                  ))}
                </tr>
              )
            );
          })}
          <Spacer height={virtualizer.getTotalSize() - (last?.end ?? 0)} />
        </tbody>
      </table>
    </section>
  );
}

/** One cell alone: to span columns that a narrow screen hides would bring them back, empty. */
function Spacer({ height }: { height: number }) {
  if (height <= 0) return null;
  return (
    <tr>
      <td height={height} />
    </tr>
  );
}

function selectedAmong(
  contacts: readonly ContactSummary[],
  selection: ContactSelection,
): RowSelectionState {
  return Object.fromEntries(
    contacts.filter(({ id }) => isSelected(selection, id)).map(({ id }) => [id, true as const]),
  );
}

const widths: Record<string, string> = {
  select: "w-14 ps-4 sm:w-16 sm:ps-6",
  phone: "w-44",
  stage: "w-36",
  tags: "w-48",
  lastMessage: "w-36",
  added: "w-36",
};

function cellStyle(column: string): string {
  return clsx(
    "pe-4 align-middle",
    widths[column],
    wideColumns.has(column) && "hidden lg:table-cell",
    (column === "tags" || column === "added") && "lg:hidden xl:table-cell",
  );
}
