/** Shared by the form and the server. */

/** Where the widget's script and frame come from: the one address that the form's page is opened to. */
export const challengeOrigin = "https://challenges.cloudflare.com";

/** The field that the widget adds to the form around it. */
export const challengeField = "cf-turnstile-response";
