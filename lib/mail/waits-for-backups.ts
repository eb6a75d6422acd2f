import { profiles } from "@/lib/policy/profiles";
import type { OwedMail } from "./read-owed-mail";

/** Whether a mail says that the backups are gone, too, and nobody has seen to it that they are. */
export function waitsForBackups({ mail, request }: OwedMail): boolean {
  if (mail.message !== "completed" || request.backupsGoneBy === null) return false;
  const profile = profiles.find(({ name }) => name === request.policyProfile);
  return profile?.backups?.confirmsAfter === "backups" && request.backupsGoneAt === null;
}
