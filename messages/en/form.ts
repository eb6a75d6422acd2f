/** The public deletion request form. */
export const form = {
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
  },
  fields: {
    proof: {
      label: "Proof that you may ask for them",
      hint: "A PDF or a picture, up to 5 MB: a power of attorney, a letter, a court’s order. It is stored encrypted and deleted with the request.",
    },
    email: {
      label: "Your e-mail address",
      hint: "The one we know you by, if there is one. We write to it about this request and nothing else.",
    },
    workspaceSlug: {
      label: "Workspace slug",
      hint: "The short name in the workspace’s address, for example “acme”.",
    },
    businessName: { label: "Name of the business", hint: "As it appeared in the messages." },
    fullName: { label: "Your name", hint: "As we would find it." },
    whatsappNumber: {
      label: "WhatsApp number",
      hint: "The one that the data belongs to, with its country code.",
    },
    organization: {
      label: "Organization",
      hint: "The company or association that stores the data here.",
    },
    metaBusinessAccountId: {
      label: "Meta business account ID",
      hint: "In Meta’s business settings, under business info.",
    },
    metaUserId: { label: "Meta user ID", hint: "The number by which Meta knows you in this app." },
    description: {
      label: "What should be deleted, in your own words",
      hint: "No passwords, please, and no copies of identity papers.",
    },
  },
  optional: "optional",
  statement:
    "I am the person this data is about, or I am authorised to ask for its deletion, and what I say here is true.",
  /** What is wrong with an answer, by the fault that the schema finds. */
  faults: {
    requester_missing: "Choose who you are.",
    concern_missing: "Choose what should be deleted.",
    email_malformed: "Enter an e-mail address, like name@example.com.",
    statement_missing: "Tick this to confirm that you may ask for this.",
    slug_missing: "Enter the workspace’s slug: the name in its address.",
    slug_malformed: "Use small letters, digits and hyphens.",
    business_missing: "Name the business that wrote to you.",
    businessName_missing: "Name the business that this is about.",
    fullName_missing: "Enter your name.",
    whatsappNumber_missing: "Enter the WhatsApp number that the data belongs to.",
    organization_missing: "Name the organization that stores the data.",
    metaBusinessAccountId_missing: "Enter the ID of the business account at Meta.",
    metaUserId_missing: "Enter your Meta user ID.",
    description_missing: "Say in a few words what should be deleted.",
    phone_malformed: "Enter a telephone number, with its country code.",
    meta_id_malformed: "Enter the number as Meta shows it: digits only.",
    over_200: "Keep this under 200 characters.",
    over_2000: "Keep this under 2,000 characters.",
    proof_too_large: "The file has more than 5 MB. Choose a smaller one.",
    proof_wrong_type: "Choose a PDF or a picture (JPEG, PNG, WebP or HEIC).",
    malformed: "This answer cannot be right. Please look at it again.",
  },
  summary:
    "Nothing was sent yet. {count, plural, one {One answer needs} other {# answers need}} another look:",
  failed: "That did not reach us. Nothing was lost: try again.",
  obstacles: {
    too_many:
      "Many requests came in just now, and this one was not taken. What you typed is still here: wait ten minutes and send it again.",
    machine:
      "This was not taken: it looks as if a program had filled it in. If you are a person, send it once more.",
    unchallenged:
      "This was not taken: the check that keeps programs out did not go through. Wait for its tick and send it again. If it does not come, write to <id>{email}</id> instead.",
  },
  challenge: {
    needsScripts:
      "Without JavaScript this form cannot tell you from a program. Write to <id>{email}</id> instead; that counts as much.",
  },
  submit: "Send me the link",
  sending: "Sending",
  sent: {
    title: "Look in your inbox",
    text: "If <id>{email}</id> can receive mail, we have sent a link to it. Open the link within {span} and confirm; until then nothing is deleted.",
    missing:
      "No mail after ten minutes? Look in the spam folder, and check the address above. The answer here is the same for every address, so that nobody can learn from it who is known to us.",
    again: "Use another address",
  },
} as const;
