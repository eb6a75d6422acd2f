/** Of a workspace's team. `agent_where_allowed`: an agent whose workspace lets its agents delete contacts. */
type Member = Role | "agent_where_allowed";

/** The platform's own people, and its worker. */
type Staff = "operator" | "system";

/** What is acted on, and who can be let act on it at all. */
type Actors = {
  workspace: Member;
  contact: Member;
  export: Member;
  team: Member;
  customer_request: Member;
  /** An account, by whoever is signed in with it. */
  account: "self";
  desk: Staff;
  request: Staff;
  hold: Staff;
  run: Staff;
  inbound_mail: Staff;
  /** What a link or a code that was given out is about: by whoever holds it, or also has the address it went to. */
  link: "holder" | "invited";
  /** What another system sends, by its signature. */
  delivery: "meta" | "mail_provider";
  public: "anybody";
};

type Row = {
  [Object in keyof Actors]: { object: Object; may: readonly Actors[Object][] };
}[keyof Actors];

export const roles = ["owner", "admin", "agent"] as const;
export type Role = (typeof roles)[number];

/**
 * Who may do what to what: the code asks this table, and the test walks it.
 *
 * A member's role is the one in the workspace whose the object is. Everybody who is not named may not.
 */
export const acts = {
  read_workspace: { object: "workspace", may: ["owner", "admin", "agent"] },
  preview_workspace_erasure: { object: "workspace", may: ["owner", "admin"] },
  erase_workspace: { object: "workspace", may: ["owner", "admin"] },
  let_agents_erase: { object: "workspace", may: ["owner", "admin"] },
  import_contacts: { object: "contact", may: ["owner", "admin", "agent"] },
  erase_contact: { object: "contact", may: ["owner", "admin", "agent_where_allowed"] },
  read_exports: { object: "export", may: ["owner", "admin"] },
  start_export: { object: "export", may: ["owner", "admin"] },
  end_export: { object: "export", may: ["owner", "admin"] },
  read_invitations: { object: "team", may: ["owner", "admin"] },
  invite_member: { object: "team", may: ["owner", "admin"] },
  withdraw_invitation: { object: "team", may: ["owner", "admin"] },
  change_member_role: { object: "team", may: ["owner", "admin"] },
  remove_member: { object: "team", may: ["owner", "admin"] },
  /** Beside one of the four before, where it takes away an owner's role or gives it. */
  change_owners: { object: "team", may: ["owner"] },
  leave_workspace: { object: "team", may: ["owner", "admin", "agent"] },
  answer_customer: { object: "customer_request", may: ["owner", "admin"] },

  update_profile: { object: "account", may: ["self"] },
  change_password: { object: "account", may: ["self"] },
  change_email: { object: "account", may: ["self"] },
  end_session: { object: "account", may: ["self"] },
  disconnect_meta: { object: "account", may: ["self"] },
  export_account: { object: "account", may: ["self"] },
  erase_account: { object: "account", may: ["self"] },
  keep_account: { object: "account", may: ["self"] },

  enter_desk: { object: "desk", may: ["operator"] },
  read_requests: { object: "request", may: ["operator"] },
  open_request: { object: "request", may: ["operator"] },
  preview_request: { object: "request", may: ["operator"] },
  verify_identity: { object: "request", may: ["operator"] },
  approve_request: { object: "request", may: ["operator"] },
  ask_requester: { object: "request", may: ["operator"] },
  extend_deadline: { object: "request", may: ["operator"] },
  refuse_request: { object: "request", may: ["operator"] },
  cancel_request: { object: "request", may: ["operator"] },
  merge_requests: { object: "request", may: ["operator"] },
  start_early: { object: "request", may: ["operator"] },
  retry_request: { object: "request", may: ["operator"] },
  tell_recipients_again: { object: "request", may: ["operator"] },
  open_listed_requests: { object: "request", may: ["operator"] },
  read_holds: { object: "hold", may: ["operator"] },
  place_hold: { object: "hold", may: ["operator"] },
  release_hold: { object: "hold", may: ["operator"] },
  read_runs: { object: "run", may: ["operator"] },
  /** By hand, with the operator's name in the record. */
  steer_purges: { object: "run", may: ["operator"] },
  /** And resume. */
  pause_purges: { object: "run", may: ["operator", "system"] },
  read_inbound_mail: { object: "inbound_mail", may: ["operator"] },
  settle_inbound_mail: { object: "inbound_mail", may: ["operator"] },

  verify_by_link: { object: "link", may: ["holder"] },
  renew_link: { object: "link", may: ["holder"] },
  cancel_by_link: { object: "link", may: ["holder"] },
  answer_by_link: { object: "link", may: ["holder"] },
  read_status: { object: "link", may: ["holder"] },
  read_receipt: { object: "link", may: ["holder"] },
  join_as_newcomer: { object: "link", may: ["holder"] },
  join_with_account: { object: "link", may: ["invited"] },

  ask_for_metas_user: { object: "delivery", may: ["meta"] },
  deauthorise_metas_user: { object: "delivery", may: ["meta"] },
  deliver_messages: { object: "delivery", may: ["meta"] },
  deliver_mail: { object: "delivery", may: ["mail_provider"] },

  ask_for_deletion: { object: "public", may: ["anybody"] },
  check_receipt: { object: "public", may: ["anybody"] },
  read_receipt_keys: { object: "public", may: ["anybody"] },
  read_health: { object: "public", may: ["anybody"] },
  sign_in_and_out: { object: "public", may: ["anybody"] },
} as const satisfies Readonly<Record<string, Row>>;

export type Act = keyof typeof acts;
export type ActorOf<A extends Act> = (typeof acts)[A]["may"][number];

type ActOn<Object extends keyof Actors> = {
  [A in Act]: (typeof acts)[A]["object"] extends Object ? A : never;
}[Act];

/** On what belongs to a workspace. */
export type TeamAct = ActOn<"workspace" | "contact" | "export" | "team" | "customer_request">;

/** Those of them that a role alone decides. */
export type RoleAct = {
  [A in TeamAct]: "agent_where_allowed" extends ActorOf<A> ? never : A;
}[TeamAct];

/** On what is the platform's. */
export type OperatorAct = ActOn<"desk" | "request" | "hold" | "run" | "inbound_mail">;
