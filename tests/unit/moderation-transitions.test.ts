import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { LEVELS, REVIEW_QUEUES, REVIEWS, VISIBILITIES } from '../../shared/moderation.ts';
import { transition } from '../../services/moderation/transitions.ts';
import type { ModerationCommand, ModerationState } from '../../services/moderation/transitions.ts';

const submit = (level: (typeof LEVELS)[number], premod = false): ModerationCommand => ({
  kind: 'submit',
  level,
  premod,
});
const approve: ModerationCommand = { kind: 'approve' };
const refuse: ModerationCommand = { kind: 'refuse' };

describe('submission', () => {
  test.each([
    ['pass', { vis: 'visible', review: 'none' }, 'auto_published'],
    ['note', { vis: 'visible', review: 'none' }, 'auto_published'],
    ['suspect', { vis: 'visible', review: 'open', queue: 'suspect' }, 'auto_flagged'],
    ['hold', { vis: 'hidden', review: 'open', queue: 'premod' }, 'auto_held'],
    ['reject', { vis: 'hidden', review: 'closed' }, 'auto_rejected'],
  ] as const)('%s', (level, to, event) => {
    expect(transition(null, submit(level))).toEqual({ ok: true, to, event });
  });

  test('before publication everything waits, except what is refused', () => {
    for (const level of ['pass', 'note', 'suspect', 'hold'] as const) {
      expect(transition(null, submit(level, true))).toMatchObject({ to: { vis: 'hidden', queue: 'premod' } });
    }
    expect(transition(null, submit('reject', true))).toMatchObject({ event: 'auto_rejected' });
  });
});

/** The same rules, told as a story of what happened to one comment. */
class Story {
  submitted = false;
  decided = false;
  visible = false;
  waiting: 'premod' | 'suspect' | undefined;

  tell(command: ModerationCommand): string {
    if (command.kind === 'submit') {
      if (this.submitted) return 'invalid-transition';
      this.submitted = true;
      if (command.level === 'reject') {
        this.decided = true;
        return 'auto_rejected';
      }
      if (command.premod || command.level === 'hold') {
        this.waiting = 'premod';
        return 'auto_held';
      }
      if (command.level !== 'suspect') return this.publish('auto_published');
      this.waiting = 'suspect';
      return this.publish('auto_flagged');
    }
    if (!this.submitted) return 'invalid-transition';
    if (this.decided && this.visible === (command.kind === 'approve')) return 'already-decided';
    this.decided = true;
    this.waiting = undefined;
    this.visible = command.kind === 'approve';
    return this.visible ? 'approved' : 'rejected';
  }

  private publish(event: string): string {
    this.visible = true;
    return event;
  }
}

describe('model', () => {
  test('the table agrees with the story after any commands', () => {
    const command = fc.oneof(
      fc.record({
        kind: fc.constant('submit' as const),
        level: fc.constantFrom(...LEVELS),
        premod: fc.boolean(),
      }),
      fc.constant(approve),
      fc.constant(refuse),
    );
    fc.assert(
      fc.property(fc.array(command, { maxLength: 6 }), (commands) => {
        const story = new Story();
        let state: ModerationState | null = null;
        for (const one of commands) {
          const result = transition(state, one);
          expect(result.ok ? result.event : result.error).toBe(story.tell(one));
          if (result.ok) state = result.to;
          if (state !== null) {
            expect(state.vis).toBe(story.visible ? 'visible' : 'hidden');
            expect(state.queue).toBe(story.waiting);
            expect('queue' in state).toBe(state.review === 'open');
            expect(state.review === 'closed').toBe(story.decided);
          }
        }
      }),
    );
  });

  test('every state and command has an answer, and what is erased stays so', () => {
    for (const vis of VISIBILITIES) {
      for (const review of REVIEWS) {
        for (const queue of [undefined, ...REVIEW_QUEUES]) {
          for (const command of [approve, refuse, submit('pass')]) {
            const from: ModerationState = queue === undefined ? { vis, review } : { vis, review, queue };
            const result = transition(from, command);
            if (vis === 'erased') expect(result).toEqual({ ok: false, error: 'invalid-transition' });
            else if (command.kind === 'submit') expect(result).toEqual({ ok: false, error: 'invalid-transition' });
            // What stands already is not decided again; the other way is always open.
            else expect(result.ok).toBe(review !== 'closed' || (command.kind === 'approve') !== (vis === 'visible'));
          }
        }
      }
    }
  });
});
