import type { AccountRefusal } from "@/lib/account/errors";

/** Why something on one's own account was not done, said to the person whose account it is. */
export const refusalMessages = {
  wrong_password: "This is not your password.",
  no_password: "Your account has no password. Write to us, and we will help.",
  has_password: "Your account has a password: confirm with that.",
  wrong_code: "This code is wrong or no longer works. Ask for a new one if you need to.",
  too_many_attempts: "That was too often. Wait a quarter of an hour and try again.",
  address_taken: "Another account has this address already.",
  only_login:
    "Your account has no password, so you could not sign in any more without your Meta login.",
  account_closed: "Your account is being deleted.",
  not_authorised: "You may not do this. Your role may have changed: reload the page.",
  channel_closed: "Accounts are not deleted here, but on request. Write to us.",
  slug_mismatch: "This is not the workspace's slug.",
  already_requested: "Your account is being deleted already. Reload the page to see more.",
  sole_owner:
    "A workspace would be left without an owner. Hand it over or delete it first, then try again.",
  count_mismatch: "Something changed meanwhile. Reload the page and try again.",
  not_found: "This is no longer there. Reload the page.",
  wrong_state: "Something changed in the meantime. Reload the page and try again.",
  on_hold: "This may not be deleted for now, because of a legal hold. Write to us.",
  invalid_input: "Something in the form is not right. Check it and try again.",
} as const satisfies Record<AccountRefusal, string>;
