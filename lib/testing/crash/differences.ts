/** Where two values differ, as `path: this, not that`. */
export function differences(found: unknown, expected: unknown, path = ""): string[] {
  if (Object.is(found, expected)) return [];
  if (!isObject(found) || !isObject(expected)) {
    return [`${path}: ${JSON.stringify(found)}, not ${JSON.stringify(expected)}`];
  }
  const keys = new Set([...Object.keys(found), ...Object.keys(expected)]);
  return [...keys].flatMap((key) =>
    differences(Reflect.get(found, key), Reflect.get(expected, key), `${path}/${key}`),
  );
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}
