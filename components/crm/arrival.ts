/**
 * Of a page that a browser got for its post: it begins where the outcome is said. There is no script then
 * that would read it out or bring it into sight.
 */
export const arrival = { tabIndex: -1, autoFocus: true } as const;
