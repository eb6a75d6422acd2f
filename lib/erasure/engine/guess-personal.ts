type Rule = {
  /** What the name has to say, in words with "_" between them. Left out: any name. */
  name?: RegExp;
  type: RegExp;
  reason: string;
};

const text = /^(text|citext|name|character|"char")/;
const scalar = /^(text|citext|name|character|bigint|numeric|integer|bytea)/;
const any = /./;

/** The first that fits is the reason: the surest come first. */
const rules: readonly Rule[] = [
  { type: /^(inet|cidr|macaddr)/, reason: "a network address, by its type" },
  { type: /^(json|jsonb|hstore|xml)\b/, reason: "free-form, in which anything may stand" },
  { type: /^(point|geography|geometry)/, reason: "a place, by its type" },
  {
    name: /(^|_)(password|passwd|passphrase|secret|token|api_key|private_key|credentials?|otp|pin)(_|$)/,
    type: scalar,
    reason: "a secret of somebody's, by its name",
  },
  { name: /(^|_)e_?mails?(_|$)/, type: text, reason: "an e-mail address, by its name" },
  {
    name: /(^|_)(phones?|mobile|msisdn|whatsapp|fax|telephone|tel)(_|$)/,
    type: scalar,
    reason: "a phone number, by its name",
  },
  {
    name: /(^|_)(ip|ip_address|remote_addr|user_agent|device_id|fingerprint)$/,
    type: text,
    reason: "where somebody connected from, by its name",
  },
  {
    name: /(^|_)(birth|birthday|birthdate|dob|age|gender|sex|nationality|religion)(_|$)/,
    type: any,
    reason: "a fact about a person, by its name",
  },
  {
    name: /(^|_)(address|street|city|zip|zip_code|postal_code|postcode|latitude|longitude|lat|lng|location)(_|$|\d)/,
    type: any,
    reason: "where somebody lives or is, by its name",
  },
  {
    name: /(^|_)(ssn|passport|national_id|tax_(number|id)|vat_(number|id)|iban|card_number|licen[sc]e_number)(_|$)/,
    type: scalar,
    reason: "a number that an authority or a bank knows somebody by",
  },
  {
    name: /^(facebook|meta|instagram|google|apple|github|twitter|telegram|linkedin|stripe)_.*id$/,
    type: scalar,
    reason: "what another company knows somebody by, by its name",
  },
  {
    name: /(^|_)(first|last|full|given|family|middle|display|maiden|user|nick|contact|customer)_?name$|(^|_)(surname|username|nickname|nick|login|handle)$/,
    type: text,
    reason: "a person's name, by its name",
  },
  { name: /(^|_)(name|to|from)$/, type: text, reason: "a name, of a person or of a thing" },
  {
    name: /(^|_)(avatar|photo|picture|portrait|signature)(_|$)/,
    type: any,
    reason: "a likeness, by its name",
  },
  {
    name: /(^|_)(body|message|notes?|comments?|content|text|bio|about|description|subject|prompt|response|feedback|answer|transcript|remarks?|title|file_?name)(_|$)/,
    type: text,
    reason: "free text, in which anything may stand",
  },
  { type: /^bytea/, reason: "bytes: a file, or something sealed" },
];

/** Why a column looks personal, by its name and type; null when it does not. */
export function guessPersonal(column: { name: string; type: string }): string | null {
  if (/^(boolean|timestamp|time)\b/.test(column.type)) return null;
  const name = inWords(column.name);
  const rule = rules.find(
    (candidate) =>
      candidate.type.test(column.type) &&
      (candidate.name === undefined || candidate.name.test(name)),
  );
  return rule?.reason ?? null;
}

/** `ipAddress`, `IP_ADDRESS` and `IP-Address` read as `ip_address`. */
function inWords(name: string): string {
  return name
    .replace(/([a-z\d])([A-Z])/g, "$1_$2")
    .replace(/[^\p{L}\p{N}]+/gu, "_")
    .toLowerCase();
}
