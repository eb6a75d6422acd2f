type Rule = { pattern: RegExp; because: string };

/** What locks a table for as long as it has rows, or breaks the release that still runs beside. */
const rules: readonly Rule[] = [
  {
    pattern: /^create (unique )?index (?!concurrently)/i,
    because: "stops writers while it reads the table: create it CONCURRENTLY, outside",
  },
  {
    pattern: /^alter table .* add column (?!.* default ).* not null/is,
    because: "fails on rows that are there: give it a default, or let it be null",
  },
  {
    pattern:
      /^alter table .* add column .* default (gen_random_uuid|uuidv7|clock_timestamp|random)\(/is,
    because: "writes the whole table anew: add it without, and fill it in batches",
  },
  {
    pattern:
      /^alter table .* add constraint (?!.* (not valid|using index)).*(foreign key|check|unique|primary key)/is,
    because: "reads the whole table under its lock: add it NOT VALID, and validate it apart",
  },
  {
    pattern: /^alter table .* alter column .* set not null/is,
    because: "reads the whole table under its lock: add a CHECK that is NOT VALID first",
  },
  {
    pattern: /^alter table .* alter column .* (set data )?type /is,
    because: "writes the whole table anew, and the release before reads another type",
  },
  {
    pattern: /^alter table .* (drop column|rename)/is,
    because: "the release before still asks for it: take it out a release later",
  },
  {
    pattern: /^drop table/i,
    because: "the release before still asks for it: take it out a release later",
  },
  {
    pattern: /^(lock table|vacuum full|cluster|reindex (?!.*concurrently)|truncate)/i,
    because: "locks the table against everybody",
  },
  {
    pattern: /^(update|delete from) (?!.*\blimit\b)/is,
    because: "holds every row it touches until it is done: do it in batches, apart",
  },
];

/**
 * Statements of a migration that keep others waiting, or that the release which still runs beside does not
 * survive; each with the reason. A table that the migration makes itself is nobody's yet.
 */
export function lockFaults(migration: string): string[] {
  const statements = migration
    .split("--> statement-breakpoint")
    .map((statement) => statement.replace(/^\s*(--.*\n\s*)*/, "").trim());
  const made = new Set(
    statements.flatMap((one) => /^create table (?:if not exists )?"?(\w+)"?/i.exec(one)?.[1] ?? []),
  );
  return statements.flatMap((statement) => {
    if (made.has(tableOf(statement) ?? "")) return [];
    const broken = rules.find(({ pattern }) => pattern.test(statement));
    return broken ? [`${statement.replace(/\s+/g, " ").slice(0, 90)}: ${broken.because}`] : [];
  });
}

function tableOf(statement: string): string | undefined {
  const [, table] =
    /^(?:alter table|drop table|truncate|update|delete from)(?: only| if exists)? (?:"?public"?\.)?"?(\w+)"?/i.exec(
      statement,
    ) ??
    /^create (?:unique )?index .*? on (?:"?public"?\.)?"?(\w+)"?/is.exec(statement) ??
    [];
  return table;
}
