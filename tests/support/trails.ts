import { randomUUID } from 'node:crypto';
import type { ReviewCard } from '../../shared/review.ts';
import { path, routes } from '../../shared/routes.ts';
import { verifyAudit } from '../../services/moderation/verify-audit.ts';
import { TrailReader } from '../../services/storage/trail-reader.ts';
import { Reader, type Moderator } from './client.ts';

/** A comment the rules hold, as the moderator sees it. */
export async function heldComment(
  moderator: Moderator,
  { text = 'quel connard ce maire', thread = `thread-${randomUUID()}` }: { text?: string; thread?: string } = {},
): Promise<ReviewCard> {
  const { body } = await (await Reader.guest(moderator.url, 'Tristan', thread)).post(text);
  return (await moderator.ask<ReviewCard>('GET', path(routes.reviewItem, { commentId: body.id }))).body;
}

/** What is wrong with the audit: nothing, if the events account for every comment. */
export async function flawsInAudit(storeUri: string): Promise<string[]> {
  const found: string[] = [];
  const reader = await TrailReader.open(storeUri);
  try {
    await verifyAudit(reader, { found: (text) => found.push(text), seen: () => undefined });
  } finally {
    await reader.close();
  }
  return found;
}

/** What a decision about a card says of it. */
export const seen = (card: ReviewCard) => ({ expectedV: card.v, expectedRev: card.rev });

/** A held comment that was approved; the approval was taken back, and it was refused: four events. */
export async function longTrail(moderator: Moderator): Promise<string> {
  const card = await heldComment(moderator);
  const { body } = await moderator.decide(card.id, { action: 'approve', ...seen(card) });
  const undone = await moderator.ask<{ card: ReviewCard }>('POST', path(routes.reviewUndo, { commentId: card.id }), {
    body: { eventId: body.card.undo?.eventId },
  });
  await moderator.decide(card.id, { action: 'refuse', codes: ['abuse', 'hate'], ...seen(undone.body.card) });
  return card.id;
}
