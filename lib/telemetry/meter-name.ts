/** Whose metrics and spans they are, among those of libraries. */
export const meterName = "lethe";
