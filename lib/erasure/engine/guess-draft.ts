import type { ColumnGuess, MapGuess, TableGuess } from "./guess-map";
import type { TenantGuess } from "./guess-tenant";

const vocabulary = [
  ...["anyOf", "blankedFor", "type ErasureMap", "erase", "identifying", "kept", "notAbout"],
  ...["retain", "through", "where"],
];

/**
 * Writes a guess down as an erasure map in TypeScript, in the vocabulary of `verdicts.ts`, for a
 * person to finish: every line that needs one is marked `decide:`.
 */
export function draftMap(guess: MapGuess, schemaName: string): string {
  const kind = guess.tenant?.kind ?? "subject";
  const body = [
    "",
    `// decide: who else can ask? People need a kind of their own, such as "account" or "contact".`,
    `export const subjectKinds = [${text(kind)}] as const;`,
    "",
    "export const erasureMap = {",
    ...guess.tables.flatMap((table) => entry(table, guess.tenant, kind)),
    "} satisfies ErasureMap<typeof schema, (typeof subjectKinds)[number]>;",
  ].join("\n");
  const used = vocabulary.filter((word) =>
    new RegExp(`\\b${word.replace("type ", "")}\\b`).test(body),
  );
  return [
    ...heading(guess, schemaName),
    "",
    "import {",
    ...used.map((word) => `  ${word},`),
    `} from "@/lib/erasure/engine";`,
    `import type * as schema from "./schema";`,
    body,
    "",
  ].join("\n");
}

function heading({ tenant, otherTenants, tables, obstacles }: MapGuess, schemaName: string) {
  const personal = tables.flatMap(({ columns }) => columns).filter((column) => column.personal);
  const refused = obstacles.filter(({ isRefused }) => isRefused);
  return [
    `A draft of an erasure map, guessed from the catalog of schema ${text(schemaName)} alone:`,
    `${tables.length} tables, ${personal.length} columns that look personal. Guesses, not verdicts.`,
    "",
    tenant === null
      ? "decide: no key was found that tables hang on; name the subject by hand."
      : `Tables hang on the ${keyAndReach(tenant)} of them.`,
    ...otherTenants.slice(0, 3).map((other) => `decide: or on the ${keyAndReach(other)}?`),
    "",
    obstacles.length === 0
      ? "Nothing in the schema stands in the way of a purge."
      : `To mend first (${refused.length} of ${obstacles.length} refuse a purge):`,
    ...obstacles.map(
      ({ code, table, isRefused, mend }) =>
        `  ${isRefused ? "refused  " : ""}${code} ${table}: ${mend}`,
    ),
  ].map(comment);
}

function keyAndReach({ kind, table, reached }: TenantGuess): string {
  return `${kind} (${table === null ? "a column only" : `table ${table}`}): ${reached.length}`;
}

function entry(table: TableGuess, tenant: TenantGuess | null, kind: string): string[] {
  return [
    `  ${name(table.name)}: {`,
    `    category: ${text(camelCase(table.name))},`,
    ...notesOn(table, tenant).map((note) => `    ${comment(`decide: ${note}`)}`),
    `    rows: { ${name(kind)}: ${rowVerdict(table, kind)} },`,
    "    columns: {",
    ...table.columns.map((column) => columnLine(column, table, tenant, kind)),
    "    },",
    "  },",
  ];
}

function notesOn(table: TableGuess, tenant: TenantGuess | null): string[] {
  const isReached = table.keyColumn !== null || table.through.length > 0;
  const crossing = table.through.map(({ columns }) => columns.join(", ")).join("; ");
  return [
    ...(isReached ? [] : ["no foreign key and no column leads from here to the subject."]),
    ...(table.isPeople ? ["these look like people: give them a kind of subject."] : []),
    ...(table.isLoose ? ["its way to the subject may be null: whose row is it then?"] : []),
    ...(isReached && table.mayBeKept !== null
      ? [`"${table.mayBeKept}": on what basis, how long? If no law keeps them, erase(...).`]
      : []),
    ...(table.mayBeKept === null ? [] : table.references)
      .filter(({ columns }) => released(columns, table).length === 0)
      .map(
        ({ columns }) => `(${columns.join(", ")}) refers to rows that go: drop the foreign key.`,
      ),
    ...(table.keyColumn !== null && table.through.length > 0 && tenant !== null
      ? [
          `(${crossing}) may cross tenants; a foreign key that includes ${table.keyColumn} needs no through().`,
        ]
      : []),
  ];
}

/** The columns by which a row that is kept can let go of a row that goes. */
function released(columns: readonly string[], table: TableGuess): string[] {
  return table.columns
    .filter(({ name, isNullable }) => columns.includes(name) && isNullable)
    .filter(({ name }) => name !== table.keyColumn)
    .map(({ name }) => name);
}

function rowVerdict(table: TableGuess, kind: string): string {
  const ways = [
    ...(table.keyColumn === null
      ? []
      : [`where({ ${name(table.keyColumn)}: ${text(keyOf(kind))} })`]),
    ...[...new Set(table.through.map(({ parent }) => parent))].map(
      (parent) => `through(${text(camelCase(parent))})`,
    ),
  ];
  if (ways.length === 0) return "notAbout";
  const reach = ways.length === 1 ? ways.join() : `anyOf(${ways.join(", ")})`;
  return table.mayBeKept === null
    ? `erase(${reach})`
    : `retain(${text(table.mayBeKept)}, ${reach})`;
}

function columnLine(
  column: ColumnGuess,
  table: TableGuess,
  tenant: TenantGuess | null,
  kind: string,
): string {
  const { verdict, note } = columnVerdict(column, table, tenant, kind);
  return `      ${name(column.name)}: ${verdict},${note === null ? "" : ` ${comment(note)}`}`;
}

function columnVerdict(
  column: ColumnGuess,
  table: TableGuess,
  tenant: TenantGuess | null,
  kind: string,
): { verdict: string; note: string | null } {
  const isReached = table.keyColumn !== null || table.through.length > 0;
  if (column.refersToItself && isReached) {
    const note = "another tenant's row may refer to one that goes";
    return { verdict: `blankedFor([${text(kind)}])`, note };
  }
  const isReference = table.references.some(({ columns }) =>
    released(columns, table).includes(column.name),
  );
  if (table.mayBeKept !== null && isReference) {
    return { verdict: `blankedFor([${text(kind)}])`, note: "the row it refers to goes" };
  }
  if (column.personal === null) return { verdict: "kept", note: null };
  if (!column.canBeWritten) {
    return { verdict: "kept", note: `${column.personal}; made of other columns, goes with those` };
  }
  if (!isReached) {
    return { verdict: "kept", note: `decide: ${column.personal}; blankedFor whom?` };
  }
  if (table.mayBeKept !== null) {
    if (column.isNullable) {
      return { verdict: `blankedFor([${text(kind)}])`, note: column.personal };
    }
    const verdict = column.isText ? `blankedFor([${text(kind)}], "")` : "kept";
    return { verdict, note: `decide: ${column.personal}; cannot be null` };
  }
  const isIdentifier = table.name === tenant?.table && /^an e-mail|^a phone/.test(column.personal);
  return isIdentifier
    ? { verdict: `identifying([${text(kind)}])`, note: column.personal }
    : { verdict: "kept", note: `${column.personal}; goes with its row` };
}

function keyOf(kind: string): string {
  return `${camelCase(kind)}Id`;
}

/** As `drizzle-kit pull` names things. */
function camelCase(sqlName: string): string {
  return sqlName.replace(/_+([a-zA-Z\d])/g, (_, letter: string) => letter.toUpperCase());
}

function name(sqlName: string): string {
  const key = camelCase(sqlName);
  return /^[A-Za-z_$][\w$]*$/.test(key) ? key : text(key);
}

function text(value: string): string {
  return JSON.stringify(value);
}

/** One line, whatever a name in the database holds. */
function comment(line: string): string {
  return `// ${line.replaceAll(/[\r\n\u2028\u2029]+/g, " ")}`.trimEnd();
}
