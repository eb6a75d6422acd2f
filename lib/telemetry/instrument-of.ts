import { type MeterProvider, metrics } from "@opentelemetry/api";

/** Makes each instrument once for whoever measures at that moment: one made before is nobody's. */
export function instrumentOf<Name extends string, Instrument>(
  make: (name: Name) => Instrument,
): (name: Name) => Instrument {
  const made = new WeakMap<MeterProvider, Map<Name, Instrument>>();
  return (name) => {
    const provider = metrics.getMeterProvider();
    const known = made.get(provider) ?? new Map<Name, Instrument>();
    made.set(provider, known);
    const instrument = known.get(name) ?? make(name);
    known.set(name, instrument);
    return instrument;
  };
}
