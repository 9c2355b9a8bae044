// Loaded before a service: its clock is ahead of the machine's by CLOCK_AHEAD_MS, or behind.
const Real = Date;
const now = () => Real.now() + Number(process.env.CLOCK_AHEAD_MS);
globalThis.Date = new Proxy(Real, {
  apply: () => new Real(now()).toString(),
  construct: (target, args, made) => Reflect.construct(target, args.length === 0 ? [now()] : args, made),
  get: (target, key) => (key === 'now' ? now : Reflect.get(target, key)),
});
