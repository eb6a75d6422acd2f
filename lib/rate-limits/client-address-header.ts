/** Carries the client's address inside this process; what comes in under this name is overwritten. */
export const clientAddressHeader = "x-lethe-client-address";
