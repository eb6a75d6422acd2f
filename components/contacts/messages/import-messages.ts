import type { ImportRefusal, ImportStop } from "@/lib/contacts/schemas";

const refusals: Record<ImportRefusal, string> = {
  just_erased:
    "This person was deleted here in the last 30 days. A list does not say whether it is older than that.",
  suppressed: "This person asked not to be written to.",
  being_erased: "This contact, or the workspace, is being deleted.",
  shared: "Several contacts have this number or address. Change the one that is meant by hand.",
  no_name: "There is no name.",
  no_address: "There is neither a number nor an e-mail address.",
  phone_unreadable: "The number is not one with its country’s code, like +44 7700 900123.",
  email_unreadable: "The e-mail address is not one.",
};

const stops: Record<ImportStop, string> = {
  no_columns:
    "Nothing was imported: the first line has to name the columns, with a name and a phone or an e-mail.",
  too_many_lines: "The list has more than 50,000 lines. Give the rest as a list of its own.",
  broken:
    "The list could not be read further from here: a quotation mark is not closed, a line is far too long, or the file is no CSV. Mend it, and give it again.",
  interrupted:
    "It was not read to the end. Everything below has been done; the same list can be given again.",
};

/** Copy of the page on which a list of contacts is imported. */
export const importMessages = {
  link: "Import",
  title: "Import contacts",
  lead: "From a CSV file. Contacts that are there are updated, by their number or else their e-mail address.",
  file: "CSV file",
  hint: "The first line names the columns: name, phone, email, stage. Commas, semicolons or tabs; at most 50,000 lines and 10 MB.",
  send: "Import",
  sending: "Importing",
  progress: "{count} lines so far",
  done: "Done: {count} lines",
  counts: "{imported} imported, {updated} updated, {refused} refused",
  failed:
    "Nothing was imported: the file is empty, has more than 10 MB, or did not reach us. Give a longer list in parts, or try again.",
  refusedTitle: "Refused, line by line",
  line: "Line",
  reason: "Why",
  more: "The first {count} of them. The file of results has all.",
  download: "Download the results (CSV)",
  refusals,
  stops,
} as const;
