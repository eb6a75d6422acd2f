/** The public status page. */
export const status = {
  title: "Status of a deletion request",
  states: {
    unverified: {
      label: "Received",
      heading: "Waiting for you to verify your address",
      text: "We sent a link to the address that was given. Open it and confirm; until then nothing is deleted.",
    },
    verified: {
      label: "Verified",
      heading: "Your request is verified",
      text: "Deletion is about to be arranged. There is nothing you need to do.",
    },
    in_review: {
      label: "In review",
      heading: "A person is looking at your request",
      text: "We check that it may be carried out, and may write to you with a question. Nothing is deleted before that is settled.",
    },
    scheduled: {
      label: "Scheduled",
      heading: "Deletion is scheduled",
      text: "It is in line and starts by itself.",
    },
    on_hold: {
      label: "On hold",
      heading: "Deletion has to wait",
      text: "A legal duty forbids deleting for now. Your request stays open and goes on by itself as soon as the duty ends; you need not ask again.",
    },
    purging: {
      label: "Deleting",
      heading: "Deletion is under way",
      text: "You may close this page; the work goes on without it.",
    },
    verifying: {
      label: "Checking",
      heading: "Checking that nothing is left",
      text: "The deletion has run. We now search every table once more for anything that remains.",
    },
    completed: {
      label: "Completed",
      heading: "It is deleted",
      text: "Everything this request was about is gone, and a search afterwards found nothing left.",
    },
    completed_with_retentions: {
      label: "Completed, with exceptions",
      heading: "Deleted, except what must be kept",
      text: "Everything else is gone, and a search afterwards found nothing left of it. What stays, why, and until when is listed below.",
    },
    failed: {
      label: "Interrupted",
      heading: "The deletion is not finished",
      text: "Something went wrong on our side, and some of the data may still be there. We know about it and will go on. This page will not say completed before it is true.",
    },
    refused: {
      label: "Refused",
      heading: "We cannot carry out this request",
      text: "Nothing was deleted.",
    },
    cancelled: {
      label: "Cancelled",
      heading: "The request was cancelled",
      text: "Nothing was deleted. You can ask again at any time.",
    },
    expired: {
      label: "Expired",
      heading: "The request has run out",
      text: "Nobody confirmed it in time, so nothing was deleted. You can ask again at any time.",
    },
  },
  refusals: {
    no_matching_data:
      "We found nothing stored for what the request names. If you used another address with us, ask again from that one.",
    not_authorised:
      "The address that was verified may not ask for this. A workspace can be deleted by its owner or an admin; ask one of them, or ask again from the address you sign in with.",
    identity_not_verified:
      "We could not make sure that the data is yours. Ask again, or write to us and we will find a way together.",
    sole_owner:
      "You are the only owner of a workspace that others depend on. Hand it over to somebody, or delete the workspace, and then ask again.",
    ask_the_controller:
      "The records belong to the business that wrote to you, and only it may decide about them. Please ask that business; it can have them deleted here.",
    legal_obligation:
      "A law obliges us to keep this data for now (GDPR art. 17(3)(b)). Ask again once that period is over.",
    legal_claims:
      "The data is needed to establish or defend a legal claim (GDPR art. 17(3)(e)). Ask again once that is settled.",
  },
  subjects: {
    workspace: "A workspace",
    account: "An account",
    contact: "What a business stores about one person",
    meta_user: "What came from a Facebook login",
  },
  scheduledFor:
    "Deletion begins on <time></time>. If it should not, write to <id>{email}</id> before then and give the confirmation code.",
  complain:
    "You can object: write to <id>{email}</id> and give the confirmation code. You may also complain to your data protection authority, or go to court.",
  code: {
    label: "Confirmation code",
    hint: "Keep it. With it anybody can see this page; it names nobody.",
    copy: "Copy",
    copied: "Copied",
  },
  facts: {
    title: "In short",
    subject: "To be deleted",
    received: "Received",
    acknowledgeBy: "We confirm receipt by",
    verified: "Verified",
    purgeAfter: "Deletion begins",
    dueAt: "To be finished by",
    extendedFrom: "Promised at first",
    extendedBecause: "Why it takes longer",
    closed: "Closed",
    backupsGoneBy: "Backups roll off by",
    backupsGoneAt: "Gone from all backups",
    files: "Files",
    filesOf: "{done, number} of {planned, number}",
    policyVersion: "Under policy version",
  },
  extensions: {
    complexity: "The request is complex: what it covers lies in many places.",
    number_of_requests: "We have received a large number of requests.",
    more_proof_needed: "We need more time to make sure that the data is yours.",
  },
  progress: {
    title: "Progress",
    overall: "All records",
    valueText: "{done, number} of {planned, plural, one {# record} other {# records}}",
    finishedTitle: "What was deleted",
    category: "Category",
    rows: "Records",
    empty: "Nothing was stored, so nothing had to be deleted.",
    total: "Total",
  },
  retained: {
    title: "What is kept",
    rows: "Records",
    reason: "Why",
    basis: "Legal basis",
    until: "Until",
    endless: "Until the reason ends",
  },
  timeline: {
    title: "What has happened",
    dueBy: "By <time></time>",
  },
  live: {
    follows: "This page follows along by itself.",
    unreachable: "We cannot be reached at the moment. Trying again.",
    reload: "Load this page again",
    announceShare: "{percent, number} percent deleted.",
  },
} as const;
