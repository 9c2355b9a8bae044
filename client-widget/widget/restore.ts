import type { CommentCreate } from '../../shared/comment.ts';
import { dress } from './composer.tsx';
import { unsentUnder } from './draft.ts';
import { sendNow, type Sender } from './outbox.ts';
import { summon } from './sending.ts';
import { UnsentLine as Line } from './unsent-line.tsx';

/** Sends what was left in the outbox when the page, or the element, was left. */
export function restore(sender: Sender): void {
  const { config, hands, root } = sender;
  const { memory } = hands.services;
  dress(root);
  summon(root);
  for (const name of memory.draftsUnder(unsentUnder(config.thread)))
    void sendNow(sender, { ...(JSON.parse(memory.draft(name)) as { key: string; body: CommentCreate }), Line });
}
