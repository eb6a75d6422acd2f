/** Copy of a contact's own page. */
export const contactMessages = {
  title: "Contact",
  back: "All contacts",
  beingErased: "This contact is being deleted. Nothing can be written to it any more.",
  details: {
    title: "Details",
    phone: "Phone",
    email: "E-mail",
    stage: "Stage",
    tags: "Tags",
    added: "Added",
    none: "None",
  },
  consent: {
    title: "Consent",
    none: "Nothing is on record.",
    granted: "Agreed",
    withdrawn: "Asked to stop",
  },
  records: {
    title: "What is stored about this person",
    lead: "Every record that deleting the contact would take, and what would be kept.",
  },
  conversations: {
    title: "Conversations",
    none: "There are none.",
    open: "{channel} conversation",
  },
  history: {
    title: "History",
    none: "Nothing has been done with this contact yet.",
    by: "by {name}",
    byNobody: "automatically, or by somebody who has left",
  },
  danger: {
    title: "Delete this contact",
    text: "For a person who asks to be forgotten. You will first see exactly what goes, and what is kept.",
    notAllowed:
      "Only owners and admins can delete contacts in this workspace. They can let agents do it in the settings.",
  },
} as const;
