/** What the child tells its parent. */
export type FromChild =
  | { readonly kind: 'listening'; readonly port: number }
  | { readonly kind: 'in-use'; readonly pid: number }
  | { readonly kind: 'version'; readonly version: number }
  | { readonly kind: 'failed'; readonly message: string };

/** What the parent tells its child. */
export interface ToChild {
  readonly kind: 'stop';
}
