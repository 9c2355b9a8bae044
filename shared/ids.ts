/** Ids are opaque strings; the brand keeps one kind from being passed where another is wanted. */
type Brand<Name extends string> = string & { readonly __brand: Name };

export type SiteId = Brand<'SiteId'>;
export type ThreadId = Brand<'ThreadId'>;
export type CommentId = Brand<'CommentId'>;
export type PersonId = Brand<'PersonId'>;
export type ModeratorId = Brand<'ModeratorId'>;
