const token = "[\\w!#$&^.+-]+";
const known = new RegExp(`^(?=.{1,200}$)${token}/${token}(; *${token}=(${token}|"[\\w .,+-]*"))*$`);

/** A type as it may stand in a header; whatever somebody says otherwise is bytes, of which nothing is known. */
export function mediaType(given: string): string {
  return known.test(given) ? given : "application/octet-stream";
}
