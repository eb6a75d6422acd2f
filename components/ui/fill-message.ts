type Values<Message extends string> = Message extends `${string}{${infer Name}}${infer Rest}`
  ? Record<Name, string | number> & Values<Rest>
  : unknown;

/** Puts values into a message's `{placeholders}`; the compiler asks for each of them by name. */
export function fillMessage<Message extends string>(
  message: Message,
  values: Values<Message> & Record<string, string | number>,
): string {
  return message.replace(/\{(\w+)\}/g, (placeholder, name: string) =>
    String(values[name] ?? placeholder),
  );
}
