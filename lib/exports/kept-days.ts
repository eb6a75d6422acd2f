/** How long an export can be downloaded, and is kept. */
export const keptDays = 7;
