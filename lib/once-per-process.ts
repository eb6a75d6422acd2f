/** The app's bundles have modules of their own; what is made here is the same in all of them. */
export function oncePerProcess<Value>(name: string, make: () => Value): Value {
  const key = Symbol.for(`lethe.${name}`);
  if (!Reflect.has(globalThis, key)) Reflect.set(globalThis, key, make());
  return Reflect.get(globalThis, key) as Value;
}
