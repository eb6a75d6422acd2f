/** What the proxy tells the pages behind it: the language settled on. */
export const languageHeader = "x-lethe-language";

/** And the address as it was asked for, with its query: for the same page in another language. */
export const addressHeader = "x-lethe-address";
