/**
 * The same module with short names of its own.
 * @throws Error if anything means something else than before
 */
export function shortNames(code: string): string;
