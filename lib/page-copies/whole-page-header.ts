/** Carries inside this process whether a request is for a page as a whole; what comes in is overwritten. */
export const wholePageHeader = "x-lethe-whole-page";
