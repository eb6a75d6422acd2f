/** A refusal as RFC 9457 describes one: `code` is for programs, `title` for people. */
export function problem(status: number, code: string, title: string): Response {
  return Response.json(
    { type: `urn:lethe:problem:${code}`, title, status, code },
    {
      status,
      headers: { "Content-Type": "application/problem+json", "Cache-Control": "no-store" },
    },
  );
}
