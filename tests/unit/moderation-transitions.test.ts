import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { LEVELS, type Level, type ReviewQueue } from '../../shared/moderation.ts';
import { transition } from '../../services/moderation/transitions.ts';
import type { ModerationCommand, ModerationState } from '../../services/moderation/transitions.ts';

const submit = (level: (typeof LEVELS)[number], premod = false): ModerationCommand => ({
  kind: 'submit',
  level,
  premod,
});

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
  visible = false;
  decided = false;
  /** Whoever must look at it still has to. */
  waits: ReviewQueue | undefined;
  asleep = false;
  end: 'withdrawn' | 'erased' | undefined;

  tell(command: ModerationCommand): string {
    if (command.kind === 'submit') return this.submitted ? 'invalid-transition' : this.arrive(command);
    if (!this.submitted || this.end === 'erased') return 'invalid-transition';
    if (command.kind === 'erase') return this.leave('erased');
    if (this.end === 'withdrawn') return 'invalid-transition';
    if (command.kind === 'withdraw') return this.leave('withdrawn');
    if (this.waits === 'appeal') return this.answerAppeal(command);
    switch (command.kind) {
      case 'approve':
        return this.decided && this.visible ? 'already-decided' : this.decide(true, 'approved');
      case 'refuse':
      case 'spam':
        return this.decided && !this.visible ? 'already-decided' : this.decide(false, 'rejected');
      case 'escalate':
        if (this.decided) return 'already-decided';
        return this.wait('escalated', 'escalated');
      case 'snooze':
        if (this.decided) return 'already-decided';
        if (this.waits === undefined || this.asleep) return 'invalid-transition';
        this.asleep = true;
        return 'snoozed';
      case 'wake':
        if (!this.asleep) return 'invalid-transition';
        this.asleep = false;
        return 'woken';
      case 'take-over':
        return this.waits === undefined || this.asleep ? 'invalid-transition' : 'taken_over';
      case 'flag':
        return this.report(command.hides);
      case 'appeal':
        return this.decided && !this.visible ? this.wait('appeal', 'appealed') : 'invalid-transition';
      case 'uphold':
      case 'overturn':
        return this.decided ? 'already-decided' : 'invalid-transition';
      case 'edit':
        return this.edit(command);
    }
  }

  private arrive({ level, premod }: { level: Level; premod: boolean }): string {
    this.submitted = true;
    if (level === 'reject') return this.decide(false, 'auto_rejected');
    if (premod || level === 'hold') return this.wait('premod', 'auto_held');
    this.visible = true;
    return level === 'suspect' ? this.wait('suspect', 'auto_flagged') : 'auto_published';
  }

  private decide(visible: boolean, event: string): string {
    this.visible = visible;
    this.decided = true;
    this.waits = undefined;
    this.asleep = false;
    return event;
  }

  private wait(queue: ReviewQueue, event: string): string {
    this.waits = queue;
    this.decided = false;
    this.asleep = false;
    return event;
  }

  private leave(end: 'withdrawn' | 'erased'): string {
    this.end = end;
    return this.decide(false, end);
  }

  private answerAppeal({ kind }: ModerationCommand): string {
    if (kind === 'uphold') return this.decide(false, 'appeal_upheld');
    if (kind === 'overturn') return this.decide(true, 'overturned');
    return kind === 'take-over' ? 'taken_over' : 'invalid-transition';
  }

  private report(hides: boolean): string {
    if (this.decided && !this.visible) return 'invalid-transition';
    if (hides && !this.decided) this.visible = false;
    const { waits = 'suspect' } = this;
    return this.wait(waits === 'suspect' ? 'reported' : waits, 'flagged');
  }

  private edit({ level, premod, vouched }: { level: Level; premod: boolean; vouched: boolean }): string {
    if (this.decided && !this.visible) return 'invalid-transition';
    const holds = premod || level === 'hold' || level === 'reject';
    if (holds) this.visible = false;
    // Whoever was asked to look still has to, whatever the author makes of the text.
    if (this.waits === 'reported' || this.waits === 'escalated') return this.wait(this.waits, 'edited');
    if (level === 'reject') return this.decide(false, 'edited');
    if (holds) return this.wait('premod', 'edited');
    this.visible = true;
    if (level === 'suspect' || vouched || this.waits === 'suspect') return this.wait('suspect', 'edited');
    this.decided = false;
    this.waits = undefined;
    this.asleep = false;
    return 'edited';
  }
}

const levels = fc.constantFrom(...LEVELS);
const PLAIN = [
  ...(['approve', 'refuse', 'spam', 'escalate', 'snooze', 'wake'] as const),
  ...(['take-over', 'appeal', 'uphold', 'overturn', 'withdraw', 'erase'] as const),
];
const commands: fc.Arbitrary<ModerationCommand> = fc.oneof(
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('submit' as const), level: levels, premod: fc.boolean() }) },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('edit' as const),
      level: levels,
      premod: fc.boolean(),
      vouched: fc.boolean(),
    }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('flag' as const), hides: fc.boolean() }) },
  { weight: 10, arbitrary: fc.constantFrom(...PLAIN).map((kind) => ({ kind })) },
);

describe('model', () => {
  test('the table agrees with the story after any commands', () => {
    const history = fc.tuple(levels, fc.boolean(), fc.array(commands, { maxLength: 12 }));
    fc.assert(
      fc.property(history, ([level, premod, later]) => {
        const story = new Story();
        let state: ModerationState | null = null;
        for (const one of [submit(level, premod), ...later]) {
          const result = transition(state, one);
          expect([one, result.ok ? result.event : result.error]).toEqual([one, story.tell(one)]);
          if (result.ok) state = result.to;
          expect(state).toEqual(asState(story));
        }
      }),
      { numRuns: 2000 },
    );
  });

  test('what is refused changes nothing that could be seen: what is erased has no way back', () => {
    const erased: ModerationState = { vis: 'erased', review: 'closed' };
    fc.assert(
      fc.property(commands, (command) => {
        expect(transition(erased, command)).toEqual({ ok: false, error: 'invalid-transition' });
      }),
    );
  });
});

describe('a pin', () => {
  const pinned: ModerationState = { vis: 'visible', review: 'open', queue: 'reported', pinned: true };

  test('outlives what leaves the comment in sight as it is', () => {
    for (const kind of ['approve', 'escalate', 'snooze', 'take-over'] as const)
      expect(transition(pinned, { kind })).toMatchObject({ ok: true, to: { vis: 'visible', pinned: true } });
    expect(transition(pinned, { kind: 'flag', hides: false })).toMatchObject({ to: { pinned: true } });
  });

  test('ends when the comment leaves sight or is another text, and nothing brings it back', () => {
    const ends: ModerationCommand[] = [
      ...(['refuse', 'spam', 'withdraw', 'erase'] as const).map((kind) => ({ kind })),
      { kind: 'flag', hides: true },
      { kind: 'edit', level: 'pass', premod: false, vouched: false },
    ];
    for (const end of ends) {
      const after = transition(pinned, end);
      expect([end.kind, after.ok, after.ok && after.to.pinned]).toEqual([end.kind, true, undefined]);
      const again = after.ok ? transition(after.to, { kind: 'approve' }) : after;
      if (again.ok) expect(again.to.pinned).toBeUndefined();
    }
  });
});

test('what has lost its words can be taken back, and nothing else', () => {
  const wiped: ModerationState = { vis: 'hidden', review: 'closed', wiped: true };
  const gone = { vis: 'hidden', review: 'closed', withdrawn: true };
  expect(transition(wiped, { kind: 'withdraw' })).toEqual({ ok: true, to: gone, event: 'withdrawn' });
  expect(transition(wiped, { kind: 'erase' })).toMatchObject({ ok: true });
  for (const kind of PLAIN.filter((one) => one !== 'withdraw' && one !== 'erase'))
    expect(transition(wiped, { kind })).toEqual({ ok: false, error: 'comment-wiped' });
  expect(transition({ ...wiped, withdrawn: true }, { kind: 'approve' })).toMatchObject({ error: 'invalid-transition' });
});

function asState({ visible, decided, waits, asleep, end }: Story): ModerationState {
  if (end === 'erased') return { vis: 'erased', review: 'closed' };
  if (end === 'withdrawn') return { vis: 'hidden', review: 'closed', withdrawn: true };
  const vis = visible ? 'visible' : 'hidden';
  if (waits === undefined) return { vis, review: decided ? 'closed' : 'none' };
  const review = waits === 'escalated' ? 'escalated' : 'open';
  return { vis, review, queue: waits, ...(asleep ? { snoozed: true as const } : {}) };
}
