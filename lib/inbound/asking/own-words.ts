/** Where mail programs begin to repeat the mail that is answered. */
const repeated = [
  /^\s*-{2,}\s*(original message|forwarded message|pesan asli|الرسالة الأصلية|मूल संदेश)/i,
  /^\s*on .{1,200} wrote:\s*$/i,
  /^\s*pada .{1,200} menulis:\s*$/i,
];

/** What the sender wrote, without the lines of others that a mail program has put below. */
export function ownWords(text: string): string {
  const lines = text.split(/\r\n|\r|\n/);
  const end = lines.findIndex((line) => repeated.some((pattern) => pattern.test(line)));
  return (end < 0 ? lines : lines.slice(0, end)).filter((line) => !/^\s*>/.test(line)).join("\n");
}
