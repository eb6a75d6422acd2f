import { sql } from "drizzle-orm";
import { connect } from "@/db/client";
import { hashPassword } from "@/lib/auth/password";

/** Whoever asks is somebody else each time; known and unknown are as long. */
export const people = {
  knownEmail: (at: number) => `known-${pad(at)}@people.example`,
  unknownEmail: (at: number) => `fresh-${pad(at)}@people.example`,
  metaOnlyEmail: (at: number) => `metas-${pad(at)}@people.example`,
  knownMetaId: (at: number) => `51${pad(at)}`,
  unknownMetaId: (at: number) => `77${pad(at)}`,
  knownPhone: (at: number) => `4915${pad(at)}`,
  unknownPhone: (at: number) => `4916${pad(at)}`,
};

function pad(at: number): string {
  return String(at).padStart(8, "0");
}

/** Makes so many accounts with a password, so many with Meta's login alone, and so many contacts of a business. */
export async function makeKnownPeople(
  databaseUrl: string,
  count: number,
): Promise<{ phoneNumberId: string }> {
  const { db, sql: client, close } = connect(databaseUrl, { max: 1 });
  try {
    const passwordHash = await hashPassword("the right one");
    await db.execute(sql`
      insert into users (id, name, email, password_hash)
      select gen_random_uuid(), 'Somebody', 'known-' || lpad(n::text, 8, '0') || '@people.example',
        ${passwordHash} from generate_series(0, ${count}::int) n`);
    await db.execute(sql`
      insert into users (id, name, email)
      select gen_random_uuid(), 'Somebody', 'metas-' || lpad(n::text, 8, '0') || '@people.example'
      from generate_series(0, ${count}::int) n`);
    await db.execute(sql`
      insert into meta_identities (user_id, meta_user_id)
      select id, '51' || substr(email, 7, 8) from users where email like 'known-%@people.example'`);
    const [channel] = await client<{ workspace_id: string; phone_number_id: string }[]>`
      select workspace_id, phone_number_id from channel_connections
      where phone_number_id is not null and state = 'connected' limit 1`;
    if (channel === undefined) throw new Error("The seed has no WhatsApp number.");
    await db.execute(sql`
      insert into contacts (workspace_id, id, name, phone)
      select ${channel.workspace_id}, gen_random_uuid(), 'Somebody', '+4915' || lpad(n::text, 8, '0')
      from generate_series(0, ${count}::int) n`);
    await db.execute(sql`analyze users, meta_identities, contacts`);
    return { phoneNumberId: channel.phone_number_id };
  } finally {
    await close();
  }
}
