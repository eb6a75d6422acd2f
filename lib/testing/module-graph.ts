/** Files of the project, and what each imports: project paths, or package specifiers. */
export type ModuleGraph = ReadonlyMap<string, readonly string[]>;

type Rule = {
  /** The files the rule is about. */
  from: RegExp;
  /** What they may import; anything else that matches `to` breaks the rule. */
  to: RegExp;
  unless: RegExp;
  because: string;
};

const projectPath = /^(app|components|db|emails|lib|messages|scripts|e2e)\//;

/** The arrows: `app -> components -> lib/*\/schemas`, `app -> lib -> db`, `lib/mail -> emails`. */
const rules: readonly Rule[] = [
  {
    from: /^lib\/erasure\/engine\//,
    to: /./,
    unless:
      /^(lib\/erasure\/engine\/|drizzle-orm(\/|$)|node:|zod$|libphonenumber-js\/min$|vitest$|fast-check$)/,
    because: "the engine runs on any schema and knows nothing of ours",
  },
  {
    from: /^lib\/erasure\/(?!engine\/)/,
    to: /./,
    unless:
      /^(lib\/(erasure|authorization)\/|db\/(schema|erasure-map)|drizzle-orm(\/|$)|node:|zod$|date-fns$|@date-fns\/utc$)/,
    because: "the domain knows no request, cookie, environment, React or Next",
  },
  {
    from: /^lib\/authorization\//,
    to: /./,
    unless: /^lib\/authorization\//,
    because: "who may do what is read by all and depends on nothing",
  },
  {
    from: /^db\//,
    to: projectPath,
    unless: /^(db\/|lib\/erasure\/(engine\/index|context)\.ts$)/,
    because: "nothing points back from the database",
  },
  {
    from: /^components\/ui\//,
    to: projectPath,
    unless: /^components\/ui\//,
    because: "the parts every page is made of know no domain",
  },
  {
    from: /^components\//,
    to: projectPath,
    unless:
      /^(components\/|messages\/(index|catalog)\.ts$|lib\/authorization\/|lib\/[^/]+\/((controllers|desk)\/)?(schemas|status|errors|receipt|profile|policy-statement|categories|retentions|laws|languages|deletion-path)\.ts$)/,
    because: "components know shapes, not services",
  },
  {
    from: /^emails\//,
    to: projectPath,
    unless:
      /^(emails\/|lib\/[^/]+\/(schemas|status|categories|retentions|languages|intl-settings)\.ts$)/,
    because: "a template is given its words and renders them",
  },
  {
    from: /^messages\//,
    to: /./,
    unless: /^(messages\/|vitest$|node:)/,
    because: "texts are texts",
  },
  {
    from: /^lib\//,
    to: /^(app|components|scripts|e2e)\//,
    unless: /^$/,
    because: "nothing points back to routes, pages or commands",
  },
  {
    from: /^lib\/(?!mail\/|testing\/)/,
    to: /^emails\//,
    unless: /^$/,
    because: "mails are lib/mail's to render",
  },
  {
    // The benchmark's run is taken apart, for its parts to be timed.
    from: /^(app|lib\/(?!erasure\/)|scripts\/(?!bench\/started-run\.ts))/,
    to: /^lib\/erasure\//,
    unless:
      /^lib\/erasure\/(index|(controllers\/)?schemas|status|desk\/(schemas|status)|context|engine\/index)\.ts$/,
    because: "the domain has one door",
  },
  {
    from: /^(db|emails|scripts|lib\/(?!auth\/|(?:(?:[a-z]+-)*action|safely|i18n\/request)\.ts))/,
    to: /^(server-only|next|next\/.*|next-auth.*)$/,
    unless: /^$/,
    because: "only the glue may know Next",
  },
  {
    from: /^components\//,
    to: /^(postgres|drizzle-orm.*|pg-boss|server-only)$/,
    unless: /^$/,
    because: "components run in browsers",
  },
  {
    from: /^(app|components)\/(?!crm\/sign-(in-with-password|out-to)\.ts$)/,
    to: /^next-auth\/react$/,
    unless: /^$/,
    because: "left to itself it sends the page's address along, which may have a secret in it",
  },
];

/** Every import that breaks an arrow, as a sentence. Tests may reach further than what they test. */
export function violations(graph: ModuleGraph): string[] {
  return [...graph].flatMap(([from, imports]) =>
    isTest(from)
      ? []
      : imports.flatMap((to) => {
          const broken = rules.find(
            (rule) => rule.from.test(from) && rule.to.test(to) && !rule.unless.test(to),
          );
          return broken ? [`${from} imports ${to}, but ${broken.because}`] : [];
        }),
  );
}

function isTest(file: string): boolean {
  return (
    /\.(test|spec)\.tsx?$/.test(file) || /^(e2e|lib\/testing|lib\/erasure\/testing)\//.test(file)
  );
}

/** Every circle of imports, once, from its first file. */
export function circles(graph: ModuleGraph): string[] {
  const done = new Set<string>();
  const found: string[] = [];
  for (const file of graph.keys()) visit(file, []);
  return found;

  function visit(file: string, path: readonly string[]): void {
    const at = path.indexOf(file);
    if (at >= 0) {
      found.push([...path.slice(at), file].join(" -> "));
      return;
    }
    if (done.has(file)) return;
    for (const next of graph.get(file) ?? []) {
      if (graph.has(next)) visit(next, [...path, file]);
    }
    done.add(file);
  }
}
