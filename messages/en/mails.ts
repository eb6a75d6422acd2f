/** The mails. Each has its subject, the line an inbox shows beside it, and its sentences. */
export const mails = {
  layout: {
    questions:
      "Questions? Write to <address></address>. This mail was sent by {company} because of a data deletion request.",
    questionsSignedIn:
      "Questions? Write to <address></address>. This mail was sent by {company} because somebody who is signed in asked for it.",
    questionsInvited:
      "Questions? Write to <address></address>. This mail was sent by {company} because this address was invited.",
    questionsOperating:
      "Questions? Write to <address></address>. {company} sent this mail to whoever looks after its data deletion requests.",
    questionsAdministering:
      "Questions? Write to <address></address>. {company} sent this mail to you as an owner or admin of a workspace.",
    code: "Confirmation code: <id>{code}</id>",
    statusPage: "Status, at any time:",
  },
  verify: {
    subject: "Was it you who asked us to delete data?",
    preview: "Nothing is deleted unless you continue.",
    heading: "Was this you?",
    asked: {
      workspace:
        "Somebody gave this e-mail address and asked {company} to delete a workspace with everything in it.",
      account: "Somebody gave this e-mail address and asked {company} to delete an account.",
      contact:
        "Somebody gave this e-mail address and asked {company} to delete the records about a customer.",
      meta_user:
        "Somebody gave this e-mail address and asked {company} to delete what came from a Facebook login.",
    },
    next: "If it was you, please continue. The next page says what will happen and asks once more.",
    button: "Continue",
    valid: "The link works once, for {span}. After that you can ask for a new one.",
    ignore: "If it was not you, do nothing. Then nothing is deleted.",
  },
  received: {
    subject: "We have your data deletion request",
    preview: "You will hear from us by {day}.",
    heading: "We have your request",
    asked: {
      workspace: "On {day} you asked us to delete your workspace with everything in it.",
      account: "On {day} you asked us to delete your account.",
      contact: "On {day} you asked us to delete the records about a customer.",
      meta_user: "On {day} you asked us to delete what came from your Facebook login.",
    },
    grace:
      "Nothing is deleted before {day}. If you change your mind, answer this mail until then and give the confirmation code.",
    graceWithLink:
      "Nothing is deleted before {day}. If you change your mind, take the request back until then: by this link, or by answering this mail with the confirmation code.",
    takeBack: "Take the request back",
    review: {
      authorisation:
        "You asked for somebody else. Please answer this mail with a document that shows you may act for them: a person looks at it, and nothing is deleted before.",
      identity: "A person first makes sure that the data is yours. Nothing is deleted before.",
      forwarding:
        "The records belong to the business that wrote to you, so a person passes your request on to it. Nothing is deleted before it answers.",
    },
    moreProof: "If we need more from you to be sure, we write to you. We never ask for a password.",
    due: "By {day} at the latest it is done, or we will have written to you why it is not. Either way you get another mail from us.",
    codeNote: "The code names nobody. The page shows how far we are, and needs no sign-in.",
  },
  question: {
    subject: "A question about your data deletion request",
    preview: "We need your answer before we can go on.",
    heading: "We have a question",
    intro: "Before your request can go on we need to know more from you:",
    button: "Answer the question",
    until: "The link works once, until {day}. Nothing is deleted before your answer was read.",
    caution: "We never ask for a password, a code from an SMS, or money.",
  },
  extended: {
    subject: "Your data deletion request needs more time",
    preview: "It will be done by {day}.",
    heading: "We need more time",
    text: "We promised an answer by {before}. We now need until {day}, and this is the only time we move that day.",
    whyTitle: "Why",
    reasons: {
      complexity:
        "Your request is complex: what it covers lies in many places, and each has to be looked at.",
      number_of_requests:
        "We have received a large number of requests and answer them in the order of their days.",
      more_proof_needed:
        "We need more time to make sure that the data is yours, so that nobody else’s is deleted.",
    },
    complain:
      "If you do not agree, write to <address></address>. You also have the right to complain to the data protection authority where you live or work, and to go to court.",
  },
  code: {
    preview: "Nothing happens unless you type the code.",
    code: "Code: <id>{code}</id>",
    valid: "It works once, for {span}. We never ask you for it by telephone or mail.",
    erase_account: {
      subject: "Your code to delete your account",
      heading: "Delete your account?",
      text: "To confirm that your account is to be deleted, type this code where you are signed in.",
      otherwise:
        "If it was not you, somebody else is signed in to your account. Do not pass the code on, and write to us.",
    },
    change_email: {
      subject: "Your code for the new e-mail address",
      heading: "Is this your new address?",
      text: "To make this the e-mail address of your account, type this code where you are signed in.",
      otherwise: "If it was not you, do nothing. Then nothing changes.",
    },
  },
  invitation: {
    subject: "You are invited to join a workspace",
    preview: "A team is waiting for you.",
    heading: "Join {workspace}",
    asked: {
      owner: "{workspace} invites you to join its team, as an owner.",
      admin: "{workspace} invites you to join its team, as an admin.",
      agent: "{workspace} invites you to join its team, as an agent.",
    },
    button: "See the invitation",
    valid:
      "The link works once, until {day}. If you know nothing of this, do nothing: you have no account with us because of it.",
  },
  export: {
    ready: {
      subject: "Your export is ready",
      preview: "It can be downloaded until {day}.",
      heading: "Your export is ready",
      text: "The export that you asked for in {workspace} is ready. It holds personal data: keep it as carefully as the workspace itself.",
      button: "Download the export",
      valid:
        "The link works until {day}, for owners and admins who are signed in. Then the file is deleted.",
    },
    failed: {
      subject: "Your export could not be made",
      preview: "Nothing was changed or deleted.",
      heading: "The export could not be made",
      text: "The export that you asked for in {workspace} failed three times. Nothing was changed or deleted. You can start another at any time; if it fails again, write to us.",
      button: "See the exports",
    },
    erasing:
      "As you asked, the workspace is deleted afterwards. That does not begin before {day}, so that there is time to download the export. Another mail says how to take it back.",
    notErasing:
      "You also asked for the workspace to be deleted afterwards. That has not been started, and nothing was deleted. Open the workspace's settings to ask for it again.",
  },
  due: {
    operators: {
      subject:
        "{count, plural, one {# data deletion request is} other {# data deletion requests are}} due",
      preview: "{count, plural, one {One deadline needs} other {# deadlines need}} your attention.",
      heading: "What is due",
      lines: {
        due: "<id>{code}</id> is due on {day}.",
        late: "<id>{code}</id> was due on {day} and is not finished.",
        unanswered: "<id>{code}</id>: a business was to answer by {day} and has not.",
        unacknowledged: "<id>{code}</id>: its mail was to go out by {day} and has not.",
      },
      more: "{count, plural, one {And one more.} other {And # more.}}",
      button: "Open the queue",
    },
    controllers: {
      subject: "A customer waits for your answer",
      heading: "Customers wait for your answer",
      asked:
        "{count, plural, one {A customer} other {# customers}} of {workspace} asked for their records to be deleted. It is for {workspace} to decide: delete them, or refuse and say why.",
      until: "Please answer by {day}.",
      late: "Your answer was due on {day}.",
      button: "Answer",
    },
  },
  completed: {
    subject: "Your data has been deleted",
    subjectWithKept: "Your data has been deleted, and what we must keep",
    preview: "Nothing was kept.",
    previewWithKept: "What was deleted, what is kept, and why.",
    heading: "It is deleted",
    done: {
      workspace: "On {day} we finished deleting your workspace and everything in it.",
      account: "On {day} we finished deleting your account.",
      contact: "On {day} we finished deleting the records you asked about.",
      meta_user: "On {day} we finished deleting what came from your Facebook login.",
    },
    searched:
      "We then searched what remains for traces of it and found none. What is deleted cannot be brought back.",
    nothingKept: "Nothing was kept.",
    exceptKept: "Only what is listed below was kept.",
    keptTitle: "What we keep, and why",
    keptUntil: "Kept until {day}, then deleted.",
    keptEndlessly: "Kept for as long as this reason lasts.",
    backups:
      "Encrypted backups are kept for a while, and used for nothing but repairing the service. The last of them that held a copy is overwritten by {day}.",
    last: "This is our last mail about this request. Having sent it, we remove your address from the request, so please keep the code if you may need it.",
  },
  refused: {
    subject: "We could not do what your data deletion request asked",
    preview: "Why, and what you can do next.",
    heading: "We could not delete this",
    closed: "Your request is closed, and because of it nothing was deleted.",
    whyTitle: "Why",
    nextTitle: "What you can do",
    reasons: {
      no_matching_data: {
        reason: "We looked, and we hold no data that belongs to this request.",
        next: "If you used another e-mail address or telephone number with us, ask again and give that one.",
      },
      not_authorised: {
        reason:
          "Only the people who own or administer this data can ask for all of it to be deleted.",
        next: "An owner or admin of the workspace can ask, in its settings or on the data deletion page.",
      },
      identity_not_verified: {
        reason:
          "We could not verify that the request came from the person the data is about, or from somebody who may act for them.",
        next: "You can ask again at any time. To act for somebody else, send us a proof that you may.",
      },
      sole_owner: {
        reason:
          "This account is the only owner of a workspace. Deleting it would leave the workspace, and the people in it, without an owner.",
        next: "Hand the workspace over to somebody else, or delete the workspace first. Then ask again.",
      },
      ask_the_controller: {
        reason:
          "The data belongs to a business that uses our service. We store it on that business's behalf, and what happens to it is theirs to decide.",
        next: "Please ask the business that wrote to you. When it deletes your data, it is deleted here as well.",
      },
      legal_obligation: {
        reason: "A law obliges us to keep this data for now (GDPR art. 17(3)(b)).",
        next: "When the obligation ends you can ask again.",
      },
      legal_claims: {
        reason:
          "The data is needed to establish, exercise or defend a legal claim (GDPR art. 17(3)(e)).",
        next: "When the claim is settled you can ask again.",
      },
    },
    complain:
      "If you think that we are wrong, write to <address></address> and somebody will look at it again. You also have the right to complain to the data protection authority where you live or work, and to go to court.",
    last: "This is our last mail about this request. Having sent it, we remove your address from the request.",
  },
} as const;
