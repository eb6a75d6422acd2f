/** The form that a browser would send with these fields; what no form can hold is left out. */
export function formOf(fields: unknown): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(Object(fields))) {
    for (const one of Array.isArray(value) ? value : [value]) {
      if (typeof one === "string") form.append(name, one);
      else if (one instanceof Blob) form.append(name, one, "x");
    }
  }
  return form;
}
