/** By which a caller names an answer, and we find what the log says of it. */
export const requestIdHeader = "x-request-id";
