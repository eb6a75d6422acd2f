import { awkwardNames, type Language, nameLists } from "./data/names";
import { fictionalPhone } from "./data/phone-ranges";
import { createRandom } from "./random";

export type Person = {
  name: string;
  /** What one calls them in a chat. */
  shortName: string;
  phone: string;
  email: string;
  address: string;
  language: Language;
};

const AWKWARD_EVERY = 11;
const mailHosts = ["mail.example", "post.example", "inbox.test", "correo.example"] as const;

/** The n-th person of the seeded world: the same one in every workspace that knows them. */
export function person(ordinal: number): Person {
  const random = createRandom(`person/${ordinal}`);
  const list = random.pick(nameLists);
  const given = random.pick(list.given);
  const family = random.pick(list.family);
  const isAwkward = ordinal % AWKWARD_EVERY === AWKWARD_EVERY - 1;
  const fullName = list.order === "familygiven" ? family + given : `${given} ${family}`;

  return {
    name: isAwkward ? random.pick(awkwardNames) : fullName,
    shortName: given,
    phone: fictionalPhone(ordinal),
    email: `${list.mailName}.${ordinal}@${random.pick(mailHosts)}`,
    address: random.pick(list.streets),
    language: list.language,
  };
}
