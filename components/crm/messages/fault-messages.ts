/** The faults that have a name, in words; all others are words already. */
export const faultMessages: Readonly<Record<string, string>> = {
  email_malformed: "Enter an e-mail address, like name@example.com.",
};
