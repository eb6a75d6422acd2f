/** Loaded before a process's own code (`node --import`): what time it takes it to be is off by so much. */
const milliseconds = Number(process.env.CLOCK_OFF_BY_MS);
if (!Number.isFinite(milliseconds)) throw new RangeError("CLOCK_OFF_BY_MS is no number.");
const RealDate = Date;

globalThis.Date = new Proxy(RealDate, {
  construct: (target, given, newTarget) =>
    Reflect.construct(
      target,
      given.length === 0 ? [target.now() + milliseconds] : given,
      newTarget,
    ),
  apply: (target) => new target(target.now() + milliseconds).toString(),
  get: (target, name) =>
    name === "now" ? () => target.now() + milliseconds : Reflect.get(target, name),
});

export {};
