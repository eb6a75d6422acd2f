import { fieldsOf, isTicked } from "@/lib/posted/fields-of";

/** What the form says in which a workspace's slug is typed back: as its dialog would. */
export function deletionFields(form: FormData) {
  return {
    ...fieldsOf(form),
    choices: {
      deregisterNumber: isTicked(form, "deregisterNumber"),
      deleteTemplates: isTicked(form, "deleteTemplates"),
    },
  };
}
