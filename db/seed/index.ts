export { DatabaseNotEmptyError } from "./database-not-empty-error";
export { demoPeople, metaUserIds } from "./demo-people";
export { sampleMediaOfType } from "./media/sample-media";
export { type SeedSummary, seedDatabase } from "./seed-database";
export type { SeedDataKey, SeedKeys } from "./seed-keys";
export { demoSize, type SeedOptions } from "./seed-options";
