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
      meta_login: {
        label: "What came from my Facebook login",
        hint: "Your account stays, unless that login was the only way into it.",
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
  optional: "optional",
  /** What a policy profile can ask for besides. */
  details: {
    businessName: { missing: "Name the business that this is about." },
    fullName: { label: "Your name", hint: "As we would find it.", missing: "Enter your name." },
    whatsappNumber: {
      label: "WhatsApp number",
      hint: "The one that the data belongs to, with its country code.",
      missing: "Enter the WhatsApp number that the data belongs to.",
    },
    organization: {
      label: "Organization",
      hint: "The company or association that stores the data here.",
      missing: "Name the organization that stores the data.",
    },
    metaBusinessAccountId: {
      label: "Meta business account ID",
      hint: "In Meta’s business settings, under business info.",
      missing: "Enter the ID of the business account at Meta.",
    },
    metaUserId: {
      label: "Meta user ID",
      hint: "The number by which Meta knows you in this app.",
      missing: "Enter your Meta user ID.",
    },
    description: {
      label: "What should be deleted, in your own words",
      hint: "No passwords, please, and no copies of identity papers.",
      missing: "Say in a few words what should be deleted.",
    },
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
