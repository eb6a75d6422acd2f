/** How the names of our own spans begin. */
export const ourSpan = "lethe ";
