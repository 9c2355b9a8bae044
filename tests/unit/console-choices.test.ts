import { describe, expect, test } from '@jest/globals';
import { ACTIONS } from '../../shared/moderation-terms.ts';
import { actionsAnywhere, actionsFor, choiceIn, matches } from '../../client-widget/console/choices.ts';
import { speechOf } from '../../client-widget/console/language.tsx';
import { figuresOf, oldestOf } from '../../client-widget/console/queue-ages.ts';
import { withReason } from '../../client-widget/console/use-drafts.ts';
import type { Role } from '../../shared/identity.ts';
import type { ReviewCard, ReviewFigures } from '../../shared/review.ts';
import { decidedCard, reviewCard } from '../support/review-model.ts';

const held = reviewCard('a');
const aside: ReviewCard = { ...held, queue: null, snoozedUntil: '2026-03-02T08:00:00Z' };
const escalated: ReviewCard = { ...held, queue: 'escalated', review: 'escalated' };
const me = (role: Role) => ({ id: 'me', role });
const by = (id: string): ReviewCard['undo'] => ({ eventId: 'e', by: { id, name: id }, at: '2026-03-01T08:00:00Z' });

describe('what can be done about a comment', () => {
  test('depends on where it stands, and on who asks', () => {
    expect(actionsFor(held, me('moderator'))).toEqual(['approve', 'refuse', 'spam', 'escalate', 'snooze']);
    expect(actionsFor({ ...held, queue: 'appeal' }, me('moderator'))).toEqual(['uphold', 'overturn']);
    expect(actionsFor(escalated, me('moderator'))).toEqual([]);
    expect(actionsFor(escalated, me('admin'))).toEqual(['approve', 'refuse', 'spam', 'snooze']);
    expect(actionsFor(aside, me('moderator'))).toEqual(['approve', 'refuse', 'spam', 'escalate']);
    expect(actionsFor(decidedCard(held, 'nora'), me('owner'))).toEqual([]);
    const refused = decidedCard(held, 'nora', 'refused');
    expect(actionsAnywhere(refused, me('owner'))).toEqual(['approve']);
    expect(actionsAnywhere({ ...refused, text: '', wipedAt: '2026-03-02T08:00:00Z' }, me('owner'))).toEqual([]);
  });

  test('leaves out what is for a colleague to say, once the author has appealed', () => {
    const appeal = { at: '2026-03-01T08:00:00Z', text: 'Pourquoi ?', against: 'me' };
    const asked: ReviewCard = { ...held, queue: 'appeal', appeal: { ...appeal, barred: [...ACTIONS] } };
    expect(actionsFor(asked, me('owner'))).toEqual([]);
    expect(actionsFor(asked, { id: 'nora', role: 'moderator' })).toEqual(['uphold', 'overturn']);
    const won: ReviewCard = { ...decidedCard(held, 'nora'), vis: 'visible' };
    const lost: ReviewCard = { ...won, appeal: { ...appeal, barred: ['refuse', 'spam'] } };
    expect([actionsAnywhere(won, me('admin')), actionsAnywhere(lost, me('admin'))]).toEqual([['refuse', 'spam'], []]);
    // Reported again, it may be approved by whoever refused it once.
    const again: ReviewCard = { ...lost, review: 'open', queue: 'reported' };
    expect(actionsFor(again, me('admin'))).toEqual(['approve', 'escalate', 'snooze']);
  });
});

test('a card tells whether it is as a choice of mine leaves it', () => {
  expect(matches(decidedCard(held, 'me'), 'me', { action: 'approve' })).toBe(true);
  expect(matches(decidedCard(held, 'nora'), 'me', { action: 'approve' })).toBe(false);
  const refused = decidedCard(held, 'me', 'refused');
  expect(matches(refused, 'me', { action: 'refuse', codes: ['abuse'] })).toBe(true);
  expect(matches(refused, 'me', { action: 'refuse', codes: ['abuse', 'hate'] })).toBe(false);
  expect(matches(refused, 'me', { action: 'spam' })).toBe(false);
  expect(matches(refused, 'me', { action: 'uphold' })).toBe(true);
  expect(matches({ ...escalated, undo: by('me') }, 'me', { action: 'escalate' })).toBe(true);
  expect(matches({ ...escalated, undo: by('nora') }, 'me', { action: 'escalate' })).toBe(false);
  expect(matches({ ...aside, undo: by('me') }, 'me', { action: 'snooze', until: '' })).toBe(true);
});

test('a choice is named with all its reasons', () => {
  expect(choiceIn({ action: 'refuse', codes: ['abuse', 'hate'] }, speechOf('en'))).toBe(
    'refuse – Abuse or insult and Hate',
  );
  expect(choiceIn({ action: 'escalate' }, speechOf('fr'))).toBe('transmettre');
});

test('reasons come in the order they were chosen, and go when chosen again', () => {
  expect(withReason(withReason(['hate'], 'abuse'), 'spam')).toEqual(['hate', 'abuse', 'spam']);
  expect(withReason(['hate', 'abuse'], 'hate')).toEqual(['abuse']);
});

test('of all queues together the oldest is told, and no p95 that would not follow', () => {
  const none = { count: 0, oldestAt: null, p95At: null };
  const figures: ReviewFigures = {
    queues: {
      ...{ premod: { count: 2, oldestAt: '2026-03-01T08:00:00Z', p95At: '2026-03-01T08:00:00Z' }, suspect: none },
      ...{ reported: { count: 1, oldestAt: '2026-03-01T07:00:00Z', p95At: null }, appeal: none, escalated: none },
    },
    total: 3,
    snoozed: 4,
  };
  expect([oldestOf(figures), oldestOf(null)]).toEqual(['2026-03-01T07:00:00Z', null]);
  expect(figuresOf(figures, 'all')).toEqual({ count: 3, oldestAt: '2026-03-01T07:00:00Z', p95At: null });
  expect([figuresOf(figures, 'snoozed')?.count, figuresOf(figures, 'premod')?.count]).toEqual([4, 2]);
});
