import path from "node:path";
import { metaUserIds } from "@/db/seed";

type Announced = {
  appUrl: string;
  inboxUrl: string | null;
  password: string;
  /** The database was there before, and so was its password. */
  isPasswordKnown: boolean;
  dataFolder: string;
  standInUrl: string;
};

/** What the demo prints when everything answers. */
export function announcement(demo: Announced): string {
  const { appUrl, inboxUrl, dataFolder } = demo;
  const whichDemo = dataFolder === path.resolve(".data") ? "" : ` --data ${dataFolder}`;
  return `
ready

  CRM               ${appUrl}/sign-in
  Data deletion     ${appUrl}/data-deletion
  Danger zone       ${appUrl}/acme/settings/general
  Mails             ${inboxUrl ?? "sent through the Resend at RESEND_BASE_URL"}
  Told of erasures  ${demo.standInUrl}  (stands in for Meta, Telegram and AI providers)

  Sign in as        owner@acme.test       may delete the workspace acme
                    agent@acme.test       may not
                    owner@globex.test     the neighbour, workspace globex
                    operator@lethe.test   runs the platform
  Password          ${demo.isPasswordKnown ? demo.password : "the one the database was seeded with"}

  Play Meta         npm run meta:send -- --user ${metaUserIds.acmeOwner}${whichDemo}
  Have one refuse   curl -X PUT ${demo.standInUrl}/refusing/telegram  (-X DELETE mends it)
  Write a mail      npm run mail:send -- --from owner@globex.test${whichDemo}

  Data and logs     ${dataFolder}
  Ctrl-C stops everything. npm run demo -- --fresh starts over.
`;
}
