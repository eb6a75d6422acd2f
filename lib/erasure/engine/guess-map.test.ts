import { describe, expect, test } from "vitest";
import { draftMap } from "./guess-draft";
import { guessMap } from "./guess-map";
import { guessPersonal } from "./guess-personal";
import type { GuessForeignKey, GuessTable } from "./guess-tables";

describe("a column", () => {
  test.for<[name: string, type: string, reason: RegExp]>([
    ["email", "citext", /e-mail/],
    ["contactEmail", "text", /e-mail/],
    ["phone_number", "character varying(40)", /phone/],
    ["mobile", "bigint", /phone/],
    ["last_seen_from", "inet", /network address/],
    ["ip_address", "text", /connected from/],
    ["shipping_address", "text", /lives/],
    ["birth_date", "date", /fact about a person/],
    ["reset_token", "text", /secret/],
    ["password_hash", "text", /secret/],
    ["first_name", "text", /person's name/],
    ["name", "text", /a person or of a thing/],
    ["internal_notes", "text", /free text/],
    ["settings", "jsonb", /free-form/],
    ["attachment", "bytea", /bytes/],
    ["facebook_user_id", "text", /another company/],
  ])("%s (%s) looks personal", ([name, type, reason]) => {
    expect(guessPersonal({ name, type })).toMatch(reason);
  });

  test.for<[name: string, type: string]>([
    ["id", "uuid"],
    ["email_verified_at", "timestamp with time zone"],
    ["has_phone", "boolean"],
    ["quantity", "integer"],
    ["tenant_id", "uuid"],
    ["currency", "text"],
    ["package", "text"],
    ["state", "text"],
  ])("%s (%s) does not", ([name, type]) => {
    expect(guessPersonal({ name, type })).toBeNull();
  });
});

describe("the tenant", () => {
  test("is the table that is named like one, before one that reaches more", () => {
    const { tenant, otherTenants } = guessMap([
      table("countries", ["id"]),
      table("companies", ["id", "country_id"], [reference("country_id", "countries")]),
      table("orders", ["id", "company_id"], [reference("company_id", "companies")]),
      table("lines", ["id", "order_id"], [reference("order_id", "orders")]),
    ]);
    expect(tenant).toMatchObject({
      kind: "company",
      table: "companies",
      reached: ["companies", "lines", "orders"],
    });
    expect(otherTenants[0]).toMatchObject({ kind: "country" });
    expect(otherTenants[0]?.reached).toHaveLength(4);
  });

  test("is the root of most foreign keys where none is named like one", () => {
    const { tenant } = guessMap([
      table("clinics", ["id"]),
      table("wards", ["id", "clinic"], [reference("clinic", "clinics")]),
      table("beds", ["id", "ward"], [reference("ward", "wards")]),
    ]);
    expect(tenant).toMatchObject({ kind: "clinic", reached: ["beds", "clinics", "wards"] });
    expect(tenant?.columns.get("wards")).toBe("clinic");
  });

  test("can be a column without any foreign key, from where foreign keys lead on", () => {
    const { tenant, tables } = guessMap([
      table("events", ["id", "organization_id"]),
      table("metrics", ["id", "organization_id"]),
      table("event_parts", ["id", "event_id"], [reference("event_id", "events")]),
    ]);
    expect(tenant).toMatchObject({ kind: "organization", table: null });
    expect(tenant?.reached).toEqual(["event_parts", "events", "metrics"]);
    expect(tables[0]?.keyColumn).toBe("organization_id");
  });

  test("is nobody in a schema where nothing hangs together", () => {
    const guess = guessMap([table("notes", ["id", "body"]), table("rates", ["id"])]);
    expect(guess.tenant).toBeNull();
    expect(draftMap(guess, "public")).toContain("decide: no key was found");
    expect(guessMap([])).toMatchObject({ tenant: null, tables: [], obstacles: [] });
  });
});

describe("the obstacles", () => {
  test("are circles, once each, self-references, bare references and missing keys", () => {
    const { obstacles } = guessMap([
      table("a", ["id", "b_id"], [reference("b_id", "b")]),
      table("b", ["id", "c_id"], [reference("c_id", "c")]),
      table("c", ["id", "a_id"], [reference("a_id", "a")]),
      table("tree", ["id", "parent_id"], [reference("parent_id", "tree")]),
      { ...table("log", ["line"]), primaryKey: [] },
    ]);
    expect(obstacles.map(({ code, table: at, isRefused }) => [code, at, isRefused])).toEqual([
      ["no_primary_key", "log", true],
      ["circular_reference", "a", true],
      ["self_reference", "tree", false],
      ["missing_index", "a", false],
      ["missing_index", "b", false],
      ["missing_index", "c", false],
      ["missing_index", "tree", false],
    ]);
    expect(obstacles[1]?.mend).toContain("a -> b -> c -> a: drop one");
  });

  test("leave out a reference that an index begins with, in whatever order", () => {
    const pair: GuessForeignKey = {
      name: "pair",
      columns: ["region", "order_id"],
      parent: "orders",
      parentColumns: ["region", "id"],
    };
    const lines = table("lines", ["id", "region", "order_id", "sku"], [pair]);
    const orders = table("orders", ["id", "region"]);
    const bare = guessMap([orders, { ...lines, indexes: [["order_id"], ["order_id", "sku"]] }]);
    const good = guessMap([orders, { ...lines, indexes: [["order_id", "region", "sku"]] }]);
    expect(bare.obstacles).toHaveLength(1);
    expect(good.obstacles).toEqual([]);
  });
});

describe("the draft", () => {
  test("needs no through() where the tenant's key is part of the reference", () => {
    const pair = { name: "f", columns: ["tenant_id", "order_id"], parent: "orders" };
    const draft = draftMap(
      guessMap([
        table("tenants", ["id"]),
        table("orders", ["id", "tenant_id"], [reference("tenant_id", "tenants")]),
        table(
          "safe_lines",
          ["id", "tenant_id", "order_id"],
          [{ ...pair, parentColumns: ["tenant_id", "id"] }],
        ),
        table("loose_lines", ["id", "tenant_id", "order_id"], [reference("order_id", "orders")]),
      ]),
      "public",
    );
    expect(draft).toContain('erase(anyOf(where({ tenantId: "tenantId" }), through("orders")))');
    expect(draft.match(/through\("orders"\)/g)).toHaveLength(1);
    expect(draft).toContain("decide: (order_id) may cross tenants");
  });

  test("keeps what a law may keep, and asks", () => {
    const draft = draftMap(
      guessMap([
        table("tenants", ["id"]),
        table("invoices", ["id", "tenant_id", "billed_to"], [reference("tenant_id", "tenants")]),
      ]),
      "public",
    );
    expect(draft).toContain('billedTo: blankedFor(["tenant"]), // a name, of');
    expect(draft).toContain("decide: (tenant_id) refers to rows that go: drop the foreign key.");
    expect(draft).toContain("missing_index invoices");
    expect(draft).toContain('retain("invoice", where({ tenantId: "tenantId" }))');
    expect(draft).toContain('decide: "invoice": on what basis, how long?');
  });

  test("stays code whatever a name in the database holds", () => {
    const name = 'odd"\nname */ `';
    const draft = draftMap(guessMap([table(name, ["id", "e mail\nx"])]), "public");
    expect(draft).toContain(`  ${JSON.stringify(name)}: {`);
    expect(draft.split("\n").filter((line) => line.startsWith("name"))).toEqual([]);
  });
});

/** A table whose other columns are text that may be null; only its primary key has an index. */
function table(
  name: string,
  columns: readonly string[],
  foreignKeys: readonly GuessForeignKey[] = [],
): GuessTable {
  const key = columns.slice(0, 1);
  return {
    name,
    quoted: JSON.stringify(name),
    isPartitioned: false,
    inherits: [],
    primaryKey: key,
    columns: columns.map((column) => ({
      name: column,
      type: "text",
      isNullable: !key.includes(column),
      canBeWritten: true,
    })),
    foreignKeys,
    indexes: [key],
    elementIndexes: [],
  };
}

function reference(column: string, parent: string): GuessForeignKey {
  return { name: `${column}_fk`, columns: [column], parent, parentColumns: ["id"] };
}
