/** The part of Storage that is used here. */
export type Shelf = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/** Storage that never throws: blocked, full or foreign storage behaves like an empty one. */
export function safeShelf(open: () => Shelf): Shelf {
  const attempt = <T>(use: (shelf: Shelf) => T, otherwise: T): T => {
    try {
      return use(open());
    } catch {
      return otherwise;
    }
  };
  return {
    getItem: (key) => attempt((shelf) => shelf.getItem(key), null),
    setItem: (key, value) => attempt((shelf) => shelf.setItem(key, value), undefined),
    removeItem: (key) => attempt((shelf) => shelf.removeItem(key), undefined),
  };
}
