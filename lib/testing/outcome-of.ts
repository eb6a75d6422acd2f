/** What came of an action or route: its answer, or Next's own word that nothing is there, or is elsewhere. */
export async function outcomeOf(answer: Promise<unknown>): Promise<unknown> {
  try {
    return await answer;
  } catch (error) {
    const digest = String(Reflect.get(Object(error), "digest"));
    if (digest === "NEXT_HTTP_ERROR_FALLBACK;404") return { notFound: true };
    // NEXT_REDIRECT;replace;/where/to;307;
    if (digest.startsWith("NEXT_REDIRECT")) return { redirected: true, to: digest.split(";")[2] };
    throw error;
  }
}
