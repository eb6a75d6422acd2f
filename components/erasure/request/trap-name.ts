/** What a field that nobody sees is called: who fills it in reads no page, but its source. */
export const trapName = "subject_line";
