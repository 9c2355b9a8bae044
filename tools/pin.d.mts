export interface Manifest {
  loader: string;
  element: string;
  /** Digest by path. */
  integrity: Record<string, string>;
}
export function pinnedTags(manifest: Manifest, service: string): string;
