/**
 * The form that an action was called with. An action is an address: who calls it by hand may send anything
 * else, which is then a form without fields.
 */
export function formIn(given: unknown): FormData {
  return given instanceof FormData ? given : new FormData();
}
