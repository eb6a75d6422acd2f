/** Copy of the public deletion request form. */
export const requestFormMessages = {
  title: "Ask for deletion",
  intro: "We send a link to your address. Only when you open it and confirm does anything happen.",
  requester: {
    legend: "Who are you?",
    cards: {
      workspace_admin: {
        label: "I use this service",
        hint: "You have an account, or run a workspace.",
      },
      representative: {
        label: "I act for somebody else",
        hint: "A lawyer, a guardian, an agency. A person will check this with you.",
      },
      end_customer: {
        label: "A business wrote to me",
        hint: "You are its customer and have no account here.",
      },
    },
    missing: "Choose who you are.",
  },
  concern: {
    legend: "What should be deleted?",
    cards: {
      account: { label: "My account", hint: "Your sign-in and what is stored about you." },
      workspace: {
        label: "A whole workspace",
        hint: "With all its contacts, conversations and files. You must be its owner or an admin.",
      },
      customer_records: {
        label: "What a business stores about one person",
        hint: "Messages, orders and contact details of a customer.",
      },
    },
    missing: "Choose what should be deleted.",
  },
  email: {
    label: "Your e-mail address",
    hint: "The one we know you by, if there is one. We write to it about this request and nothing else.",
  },
  workspaceSlug: {
    label: "Workspace slug",
    hint: "The short name in the workspace’s address, for example “acme”.",
  },
  businessName: {
    label: "Name of the business",
    hint: "As it appeared in the messages.",
  },
  statement:
    "I am the person this data is about, or I am authorised to ask for its deletion, and what I say here is true.",
  summary: "Nothing was sent yet. Please look at the marked answers again.",
  failed: "That did not reach us. Nothing was lost: try again.",
  submit: "Send me the link",
  sending: "Sending",
  sent: {
    title: "Look in your inbox",
    text: "If {email} can receive mail, we have sent a link to it. Open the link within {minutes} and confirm; until then nothing is deleted.",
    missing:
      "No mail after ten minutes? Look in the spam folder, and check the address above. The answer here is the same for every address, so that nobody can learn from it who is known to us.",
    again: "Use another address",
  },
} as const;
