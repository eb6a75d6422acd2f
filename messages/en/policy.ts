/** The public policy page. Figures and names come from the profile, lists from the map. */
export const policy = {
  page: {
    title: "Data deletion",
    description:
      "How to have your data deleted at {company}: what goes, what is kept and why, how long it takes, and how to ask.",
    eyebrow: "{company} · Data deletion",
    heading: "Take your data back out",
    lead: "How to ask {company} to delete what it holds, what that removes, and the little that stays behind. The software that does the deleting works from the same list as this page, so the two cannot disagree.",
    updated: "Last updated",
    version: "Version",
    askButton: "Ask for deletion",
    contentsLabel: "On this page",
  },
  ask: {
    title: "How to ask",
    intro:
      "Which way is quickest depends on who you are. Nothing here costs anything, and you need no account to ask.",
    admin: {
      title: "You own or administer a workspace",
      text: "Delete it yourself. It starts {start}.",
      startsAtOnce: "at once",
      startsAfter: "after {span}; until then, write to us if you change your mind",
      steps: {
        open: "Sign in and open Settings, then General.",
        choose:
          "At the bottom, choose Delete workspace. You are shown, row by row, what will go and what is kept.",
        type: "Type the workspace’s slug, the short name in its address, and confirm.",
      },
      onRequest:
        "Ask us, from the address of an owner or admin, and give the workspace’s slug: the short name in its address. We make sure that the address is one of theirs.",
    },
    contact: {
      title: "You want one of your customers deleted, not the workspace",
      text: "Write to us from the address of an owner or admin, and give the workspace’s slug. We agree with you on a safe way to say which contact it is. That person’s conversations, media, orders and consent go with the contact.",
      selfService:
        "Open Contacts, select whom you mean and choose Delete. Their conversations, media, orders and consent go with them.",
    },
    account: {
      title: "You have an account here",
      selfService: "Sign in, open your account and choose Delete. Your password confirms it.",
      form: "Use the form and choose “{choice}”.",
      email: "Write to us from the address of the account.",
      soleOwner:
        "If you alone own a workspace, hand it over or delete it first: otherwise your colleagues would be locked out.",
    },
    form: {
      title: "You cannot sign in, or have no account",
      text: "Use the form. We send a link to your address; open it within {span} and confirm. Until you do, nothing happens.",
      asks: "Besides your address it asks for: {details}.",
      link: "Go to the form",
    },
    email: {
      title: "You would rather write",
      text: "Send a message from the address that the data is about. Say who you are, which workspace or business it concerns, and what you want deleted. Please do not send passwords or copies of identity papers.",
      subject: "As the subject, write: <q>{subject}</q>.",
      asks: "Please include: {details}.",
    },
    details: {
      businessName: "the name of your business",
      fullName: "your name",
      whatsappNumber: "the WhatsApp number it is about",
      organization: "the organization that holds the data",
      metaBusinessAccountId: "your Meta business account ID",
      metaUserId: "your Meta user ID, if it is about a Facebook login",
      description: "what should be deleted, in a few words",
    },
    proof: {
      title: "What we check first",
      address: "Whoever asks proves that the e-mail address is theirs, by a link that we send.",
      workspaceAdmin:
        "A workspace is deleted for its owners and admins alone, asked from the address they sign in with.",
      reviewed: "A person looks at every request before it is carried out.",
      representative:
        "Who asks for somebody else sends us a document that shows they may. A person looks at it.",
      mayAskForMore:
        "Where that is not enough to be sure, we ask for more, and for no more than we need.",
    },
    meta: {
      title: "You signed in with Facebook",
      steps: {
        open: "On Facebook, open Settings & privacy, then Settings, then Apps and Websites.",
        remove: "Find {company} in the list and choose Remove.",
        accept:
          "If Facebook offers to ask us to delete your data as well, accept. It shows you a confirmation code and the address of a status page here.",
      },
      separate:
        "Removing the app ends our access: the tokens it gave us are destroyed. It does not delete what we already hold. That is a request of its own, in one of the ways on this page.",
      byId: "You can also name your Meta user ID in the form. We check that the login is yours.",
      disconnects:
        "Removing the app alone ends our access: the tokens it gave us are destroyed. It does not delete what we already hold. For that, take the last step or use the form.",
      opens_deletion:
        "Removing the app ends our access, and we take it as a request to delete what came from your Facebook login.",
    },
    customer: {
      title: "A business wrote to you through {company}",
      ask_the_business:
        "Ask that business. It decides what is kept about you (the law calls it the controller), and {company} only stores it on its behalf. It can have your records deleted here. If you ask us, we will have to send you to it.",
      answered:
        "You may ask that business, which decides what is kept about you (the law calls it the controller), or ask us, and we answer on its behalf. {company} makes sure first that the records are yours.",
      forwarded:
        "Best ask that business. It decides what is kept about you (the law calls it the controller), and {company} only stores it on its behalf. If you ask us with the form, we pass your request on to it.",
    },
  },
  erased: {
    title: "What is deleted",
    intro: "It depends on what the request is about.",
    subjects: {
      workspace: {
        title: "A workspace",
        text: "Everything that belongs to it, for every member and every customer in it.",
      },
      account: {
        title: "An account",
        text: "The person’s sign-in and personal traces. What they wrote for a business stays with that business, without their name.",
      },
      contact: {
        title: "One customer of a business",
        text: "All that one workspace holds about that person.",
      },
      meta_user: {
        title: "A Facebook login",
        text: "What came to us through the login, and the access it gave us.",
      },
    },
    members:
      "Members who belong to no other workspace lose their accounts too; the others keep theirs.",
    blanked: "Stays, with the person removed from it: {categories}.",
    final:
      "Deleted means removed from the live database, not hidden. Before a request counts as completed, we look once more through every table for anything left.",
  },
  retained: {
    title: "What is kept, and why",
    intro: "A few records outlive a deletion. Each has a reason and an end.",
    none: "Nothing is kept.",
    reason: "Why",
    basis: "Legal basis",
    appliesTo: "After deleting",
    subjects: {
      workspace: "a workspace",
      account: "an account",
      contact: "one customer",
      meta_user: "a Facebook login",
    },
    again:
      "If another system that had received data does not delete it when asked, what is needed to ask again (access to it, and the ids or addresses in question) is kept sealed for up to {span}. The receipt of the request says so.",
    hold: "If {grounds} forbids deleting, the request waits. Its status page says so, and it goes on by itself once the duty ends.",
    holds: {
      court_order: "an order of a court or an authority",
      dispute: "a pending legal claim",
      investigation: "an investigation under way",
      none: "the law",
    },
  },
  time: {
    title: "How long it takes",
    acknowledge: { term: "We confirm receipt", value: "within {span}", atOnce: "at once" },
    complete: {
      term: "We finish",
      receipt: "within {span} of receiving your request",
      verification: "within {span} of verifying your request",
    },
    extension: {
      term: "If we need more proof",
      value: "up to {span} longer; we write to you with the reasons before the first date",
    },
    grace: {
      term: "Time to change your mind",
      none: "None: a confirmed deletion starts at once and cannot be undone",
      some: "{span}: until then, write to us with the confirmation code. After that it cannot be undone",
    },
    link: { term: "A link we send is valid", value: "for {span}" },
    backups: {
      term: "Backups",
      value:
        "Encrypted copies are overwritten within {span}. Until then they are used for nothing else.",
    },
    confirmed: {
      term: "We confirm that it is done",
      backups: "once it is gone from the backups, too",
    },
    confirmation:
      "Every request has a confirmation code and a status page that shows where it stands, without naming anybody. Where we have an e-mail address for the request, we also write when it is done. If we need longer, or must refuse, you are told why.",
  },
  rights: {
    title: "Your rights",
    laws: "We follow {laws}, and treat every request alike, wherever you live.",
    noLaws: "We treat every request alike, wherever you live.",
    complain:
      "If you think we got it wrong, write to us first, so that we can put it right. You may also complain to your data protection authority or go to court at any time.",
    affiliation:
      "{company} is not part of Meta, and Meta has neither written nor approved this page. Deleting data here deletes nothing at WhatsApp, Facebook or Instagram, nor on the phone of somebody you wrote to; ask them for that. Facebook, Instagram, Messenger and WhatsApp are trademarks of Meta.",
  },
  contact: {
    title: "Contact",
    email: "E-mail",
    requests: "Requests",
    phone: "Telephone",
    address: "Post",
    website: "Website",
  },
} as const;
