import { z } from "zod";

const callbackCookie = "next-auth.callback-url";

/** What next-auth takes as a code of its own: it goes into a header, which holds no other character. */
const ErrorCode = z.string().regex(/^\w{0,64}$/);

const Fields = z.record(z.string(), z.string());

type Asked = {
  query: URLSearchParams;
  cookies: readonly { name: string; value: string }[];
  appUrl: string;
};

/**
 * Whether next-auth understands a call's query and cookies. What it does not it answers as a fault of ours, or
 * throws: an address to go on to that is none, or an error that fits into no header.
 */
export function isUnderstood({ query, cookies, appUrl }: Asked): boolean {
  const addresses = [
    query.get("callbackUrl"),
    ...cookies.flatMap(({ name, value }) => (name.endsWith(callbackCookie) ? value : [])),
  ];
  return (
    addresses.every((address) => isAddress(address ?? "", appUrl)) &&
    ErrorCode.safeParse(query.get("error") ?? "").success
  );
}

/** The same of a body, a form's or JSON. */
export function isBodyUnderstood(body: Buffer, type: string | null, appUrl: string): boolean {
  const fields = Fields.safeParse(fieldsIn(body.toString("utf8"), type));
  return fields.success && isAddress(fields.data.callbackUrl ?? "", appUrl);
}

function fieldsIn(text: string, type: string | null): unknown {
  if (!type?.includes("application/json")) return Object.fromEntries(new URLSearchParams(text));
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function isAddress(address: string, appUrl: string): boolean {
  if (address === "") return true;
  const url = URL.parse(address, address.startsWith("/") ? appUrl : undefined);
  return /^https?:$/.test(url?.protocol ?? "");
}
