/** Something the operator should read: about the store, not about a client. */
export interface Report {
  readonly level: 'info' | 'warn';
  readonly message: string;
  readonly fields: Readonly<Record<string, unknown>>;
}

/** What the child tells its parent. */
export type FromChild =
  | { readonly kind: 'listening'; readonly port: number }
  | { readonly kind: 'in-use'; readonly pid: number }
  | { readonly kind: 'version'; readonly version: number }
  | { readonly kind: 'failed'; readonly message: string }
  | { readonly kind: 'report'; readonly report: Report };

/** What the parent tells its child. */
export interface ToChild {
  readonly kind: 'stop';
}
