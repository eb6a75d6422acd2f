import { parseSync } from "oxc-parser";
import type postgres from "postgres";
import { bundleScript } from "@/lib/testing/bundled-script";
import { expect, test as withDatabase } from "@/lib/testing/database-test";
import { examine } from "./examine";
import { openToLook } from "./open-to-look";

/** A database whose names and tables are as awkward as PostgreSQL allows. */
const test = withDatabase.extend("foreign", async ({ sql, databaseUrl }) => {
  await makeAwkward(sql);
  return async (schema: string) => {
    const examination = await openToLook(databaseUrl, (tx) => examine(tx, schema));
    if (examination.kind !== "draft") throw new Error("The database was taken for one of ours.");
    return examination;
  };
});

test("an awkward schema gets a draft that is TypeScript and leaves no table out", async ({
  foreign,
}) => {
  const { source } = await foreign('Awk-ward "One"');

  expect(parseSync("erasure-map.ts", source).errors).toEqual([]);
  expect(source.match(/^ {2}\S.*: \{$/gm)).toEqual([
    "  Companies: {",
    "  Employees: {",
    "  auditInvoices: {",
    "  baseNotes: {",
    "  chickens: {",
    "  eggs: {",
    '  "legacy.imports": {',
    "  measurements: {",
    "  order: {",
    "  vipNotes: {",
  ]);
  expect(source).toContain("Tables hang on the company (table Companies): 10 of them.");
  expect(source).toContain('rows: { company: erase(where({ CompanyId: "companyId" })) }');
});

test("its columns look personal by words, domains and all", async ({ foreign }) => {
  const { source } = await foreign('Awk-ward "One"');

  expect(source).toContain('"billing e-mail": identifying(["company"]), // an e-mail address');
  expect(source).toContain(`"First Name": kept, // a person's name`);
  expect(source).toContain("nick: kept, // a person's name");
  expect(source).toContain('"ship\\"To": kept, // free-form');
  expect(source).toContain('payerEmail: blankedFor(["company"], ""), // decide: an e-mail address');
  expect(source).toContain(
    "payerFirstName: kept, // a person's name, by its name; made of other columns",
  );
});

test("the report names what a purge cannot go through, and says how to mend it", async ({
  foreign,
}) => {
  const { findings } = await foreign('Awk-ward "One"');
  const lines = (state: string) =>
    findings.filter((finding) => finding.state === state).flatMap((finding) => finding.lines);

  expect(lines("mend")).toEqual([
    "no_primary_key audit_invoices: Give it a primary key: batches are made of key ranges.",
    "no_primary_key vip_notes: Give it a primary key: batches are made of key ranges.",
    "circular_reference chickens: chickens -> eggs -> chickens: drop one of these foreign keys, or keep the id without a reference.",
  ]);
  expect(lines("note")).toEqual(
    expect.arrayContaining([
      expect.stringMatching(/^self_reference Employees: \(CompanyId, managerId\)/),
      expect.stringMatching(/^inherited_rows vip_notes: .* rows of "base_notes", too/),
      expect.stringMatching(/^other_schema Employees: \(UserId\) refers to "people.Users"/),
      expect.stringMatching(/^public."Copied Names" does: after a purge, refresh/),
    ]),
  );
});

test("every index that it asks for can be made as it says, and is not asked for again", async ({
  foreign,
  sql,
}) => {
  const missing = async () =>
    (await foreign('Awk-ward "One"')).findings
      .flatMap(({ lines }) => lines)
      .filter((line) => line.startsWith("missing_index"));
  const asked = await missing();
  expect(asked.length).toBeGreaterThan(8);

  for (const line of asked) await sql.unsafe(line.replace(/^.*?: /, "").replace(/;.*$/, ""));

  expect(await missing()).toEqual([]);
});

test("on the command line the draft is the output, the report is beside it, and the exit code is the report's", async ({
  foreign,
  databaseUrl,
}) => {
  const { source } = await foreign("people");
  const doctor = await bundleScript("scripts/doctor.ts");
  const [refused, fine] = await Promise.all([
    doctor.run(["--database", databaseUrl, "--schema", 'Awk-ward "One"']),
    doctor.run(["--database", databaseUrl, "--schema", "people"]),
  ]);
  await doctor.remove();

  expect(refused).toMatchObject({ code: 1, errors: expect.stringContaining("3 to mend.") });
  expect(fine).toMatchObject({ code: 0, output: `${source}\n` });
  expect(fine.errors).toContain("Nothing to mend.");
});

/** Quoted names, other schemas, partitions, inheritance, domains, what is generated, and circles. */
async function makeAwkward(sql: postgres.Sql): Promise<void> {
  await sql.unsafe(`
    create extension citext;
    create schema people;
    create schema "Awk-ward ""One""";
    create schema legacy;
    create domain email_address as citext check (value ~ '@');
    create domain work_email as email_address;
    create type mood as enum ('glad', 'sad');
    create table people."Users" (
      "Id" bigint generated always as identity primary key, "E-Mail" work_email not null unique
    );
    set local search_path to "Awk-ward ""One""", public;
    create table "Companies" (
      "Id" uuid primary key default gen_random_uuid(), "Name" text not null,
      "billing e-mail" work_email, feeling mood
    );
    create table "Employees" (
      "Id" bigint generated always as identity,
      "CompanyId" uuid not null references "Companies",
      "UserId" bigint references people."Users",
      "managerId" bigint, "First Name" text not null, nick citext, tags text[] not null default '{}',
      primary key ("CompanyId", "Id"),
      foreign key ("CompanyId", "managerId") references "Employees"
    );
    create table "order" (
      "Id" int generated by default as identity primary key,
      "CompanyId" uuid not null references "Companies", "select" text, "ship""To" jsonb
    );
    create index on "order" (lower("select")) where "CompanyId" is not null;
    create table measurements (
      company_id uuid not null references "Companies", taken_at timestamptz not null,
      id int not null, location point, primary key (company_id, taken_at, id)
    ) partition by range (taken_at);
    create table measurements_2026 partition of measurements
      for values from ('2026-01-01') to ('2027-01-01');
    create table measurements_rest partition of measurements default;
    alter table measurements_2026 add foreign key (id) references "order";
    create table base_notes (id int primary key, "CompanyId" uuid references "Companies", body text);
    create table old_notes () inherits (base_notes);
    create table vip_notes (favour text) inherits (base_notes);
    create table chickens (id int primary key, egg_id int, "CompanyId" uuid references "Companies");
    create table eggs (id int primary key, chicken_id int references chickens);
    alter table chickens add foreign key (egg_id) references eggs;
    create table audit_invoices (
      "CompanyId" uuid references "Companies", payer_email work_email not null,
      payer_first_name text generated always as (split_part(payer_email::text, '@', 1)) stored
    );
    create table legacy.imports (id int primary key, "CompanyId" uuid references "Companies", raw xml);
    create table legacy.unrelated (id int primary key);
    create view "Employee Mails" as select "E-Mail" from people."Users";
    create materialized view public."Copied Names" as select "First Name" from "Employees";`);
}
