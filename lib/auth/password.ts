import { hash, verify } from "@node-rs/argon2";

/**
 * A hash of nothing anybody knows, made with the parameters of all others, so that checking
 * against it takes as long.
 */
const nobody =
  "$argon2id$v=19$m=19456,t=2,p=1$H8yhDiRFGIB+Cg9Lv/CmOg$bSBC9Lr9/ZRyKXgbxaKuH8Pgrb4UZmIdaT55Zozgqwc";

/**
 * Whether the password belongs to the hash.
 *
 * Without a hash (an unknown address, or somebody who signs in with Meta) it takes the same time
 * and is false.
 */
export async function verifyPassword(stored: string | null, password: string): Promise<boolean> {
  const isRight = await verify(stored ?? nobody, password);
  return stored !== null && isRight;
}

/** The form in which a password is kept: slow to guess, and different each time. */
export async function hashPassword(password: string): Promise<string> {
  return await hash(password, { memoryCost: 19_456, timeCost: 2, parallelism: 1 });
}
