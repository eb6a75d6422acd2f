/** Why the demo can't start or go on, as a sentence for the person at the terminal. */
export class DemoError extends Error {
  readonly code = "demo";
}
