import express from 'express';

interface Registered {
  path: string;
  method: string;
}

interface RouterLike {
  route(this: unknown, path: unknown): { methods: Record<string, boolean> };
}

/** What `route.all` notes instead of methods; it is how a path says which of them it does not take. */
const EVERY = '_all';

/**
 * Writes down every route that express is given from now on, by whatever router.
 * `seen` reads them, and is to be asked once everything is built.
 */
export function watchRoutes(): { seen(): Registered[]; stop(): void } {
  const prototype = express.Router.prototype as unknown as RouterLike;
  const original = Object.getOwnPropertyDescriptor(prototype, 'route')?.value as RouterLike['route'];
  const made: { path: string; route: { methods: Record<string, boolean> } }[] = [];
  prototype.route = function (path) {
    const route = original.call(this, path);
    made.push({ path: String(path), route });
    return route;
  };
  return {
    seen: () =>
      made.flatMap(({ path, route }) =>
        Object.keys(route.methods)
          .filter((method) => method !== EVERY)
          .map((method) => ({ path, method })),
      ),
    stop: () => {
      prototype.route = original;
    },
  };
}
