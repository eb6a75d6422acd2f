import { z } from "zod";
import { internationalPhone } from "@/lib/erasure/engine";
import { type ImportRefusal, type LifecycleStage, lifecycleStages } from "../schemas";

/** A line of a list as it was understood; what it does not say is null. */
export type ListedContact = {
  name: string;
  phone: string | null;
  email: string | null;
  stage: LifecycleStage | null;
};

export type ReadLine = { ok: true; contact: ListedContact } | { ok: false; reason: ImportRefusal };

const columnKeys = ["name", "phone", "email", "stage"] as const;
type Column = (typeof columnKeys)[number];

/** How the columns are called by those who make such lists. */
const columnNames: Record<Column, readonly string[]> = {
  name: ["name", "full name", "contact", "contact name"],
  phone: ["phone", "phone number", "telephone", "mobile", "whatsapp", "number"],
  email: ["email", "e-mail", "email address", "mail"],
  stage: ["stage", "lifecycle stage", "status"],
};

/** Which column each cell of a list belongs to; null where a list names neither name nor address. */
export function columnsIn(header: readonly string[]): (Column | null)[] | null {
  const columns = header.map(columnOf);
  const has = (column: Column) => columns.includes(column);
  return has("name") && (has("phone") || has("email")) ? columns : null;
}

function columnOf(title: string): Column | null {
  const plain = title.trim().toLowerCase().replaceAll("_", " ");
  return columnKeys.find((column) => columnNames[column].includes(plain)) ?? null;
}

/** Reads a line: a number has to have its country's code, since nobody says which it would be. */
export function readLine(columns: readonly (Column | null)[], cells: readonly string[]): ReadLine {
  const cell = (column: Column) => clean(cells[columns.indexOf(column)] ?? "");
  const [name, phone, email, stage] = [cell("name"), cell("phone"), cell("email"), cell("stage")];
  if (name === "") return { ok: false, reason: "no_name" };
  if (phone === "" && email === "") return { ok: false, reason: "no_address" };
  const number = phone === "" ? null : internationalPhone(phone);
  if (phone !== "" && number === null) return { ok: false, reason: "phone_unreadable" };
  const address = email === "" ? null : Email.safeParse(email);
  if (address !== null && !address.success) return { ok: false, reason: "email_unreadable" };
  return {
    ok: true,
    contact: {
      name: name.slice(0, longestName),
      phone: number,
      email: address?.data ?? null,
      stage:
        lifecycleStages.find((one) => one === stage.toLowerCase().replaceAll(" ", "_")) ?? null,
    },
  };
}

const longestName = 500;
const Email = z.email().max(320).toLowerCase();

/** A spreadsheet puts an apostrophe before what must not be a formula; PostgreSQL takes no NUL. */
function clean(text: string): string {
  return text
    .toWellFormed()
    .replaceAll("\0", "")
    .trim()
    .replace(/^'(?=[+=@-])/, "");
}
