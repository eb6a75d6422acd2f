export const dynamic = "force-dynamic";

/** What Next itself costs: an answer that nothing was done for. */
export function GET() {
  return Response.json({ ok: true });
}

/** The same for a body that is read. */
export async function POST(request) {
  return Response.json({ length: (await request.text()).length });
}
