import type { CommentStore } from '../storage/comments.ts';

const AT_ONCE = 500;

/** Wipes the texts whose authors took them back some days ago. Several nodes may do it, and be killed anywhere. */
export async function wipeWithdrawn({
  comments,
  now,
}: {
  comments: Pick<CommentStore, 'toWipe' | 'wipe'>;
  now: () => Date;
}): Promise<void> {
  const at = now();
  const ids = await comments.toWipe(at, AT_ONCE);
  if (ids.length > 0) await comments.wipe(ids, { at, named: false });
}
