/** The purge engine: a schema, an erasure map and a subject in; a plan, a purge and its proof out. */
export * from "./map";
export * from "./verdicts";
