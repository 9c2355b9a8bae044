import express from 'express';

interface Registered {
  path: string;
  method: string;
}

interface RouterLike {
  route(this: unknown, path: unknown): { methods: Record<string, boolean> };
}

/** `app.all` gives every method there is; it is how a path says which of them it does not take. */
const MOST_METHODS = 10;

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
      made.flatMap(({ path, route }) => {
        const methods = Object.keys(route.methods);
        return methods.length > MOST_METHODS ? [] : methods.map((method) => ({ path, method }));
      }),
    stop: () => {
      prototype.route = original;
    },
  };
}
