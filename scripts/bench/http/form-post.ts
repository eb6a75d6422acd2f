/** A form that a browser without scripts would send: what is hidden in it, and what somebody filled in. */
export type FormPost = {
  headers: Record<string, string>;
  body(email: string): string;
};

const boundary = "----bench-of-the-form";

const filledIn = {
  requester: "workspace_admin",
  concern: "account",
  fullName: "Somebody",
  statement: "on",
};

/** Reads the form of a page as it is served. @throws where the page has none. */
export async function formPost(page: string): Promise<FormPost> {
  const html = await (await fetch(page, { headers: { "accept-language": "en" } })).text();
  const hidden = [...html.matchAll(/<input[^>]*type="hidden"[^>]*>/g)].flatMap(([input]) => {
    const name = attribute(input, "name");
    return name?.startsWith("$ACTION") ? [[name, attribute(input, "value") ?? ""] as const] : [];
  });
  if (hidden.length === 0) throw new Error(`${page} has no form that works without scripts.`);

  return {
    headers: {
      "content-type": `multipart/form-data; boundary=${boundary}`,
      origin: new URL(page).origin,
    },
    body: (email) =>
      [...hidden, ...Object.entries({ ...filledIn, email })]
        .map(
          ([name, value]) =>
            `--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
        )
        .join("")
        .concat(`--${boundary}--\r\n`),
  };
}

function attribute(input: string, name: string): string | undefined {
  const [, value] = new RegExp(`\\s${name}="([^"]*)"`).exec(input) ?? [];
  return value
    ?.replaceAll("&quot;", '"')
    .replaceAll("&#x27;", "'")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&amp;", "&");
}
