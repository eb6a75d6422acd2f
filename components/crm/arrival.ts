/**
 * Of a page that a browser got for its post, or for a step that a script takes in a dialog: it begins where
 * the outcome, or what the step asks, is said. There is no script then that would read it out or bring it into sight.
 */
export const arrival = { tabIndex: -1, autoFocus: true } as const;
