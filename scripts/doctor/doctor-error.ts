/** The doctor cannot look; the message says why, and what to do. */
export class DoctorError extends Error {
  override readonly name = "DoctorError";
}
