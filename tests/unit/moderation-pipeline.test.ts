import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { LEVELS, verdictSchema } from '../../shared/moderation.ts';
import type { Level } from '../../shared/moderation.ts';
import type { Finding, Rule } from '../../services/moderation/context.ts';
import { maxLevel, runPipeline } from '../../services/moderation/pipeline.ts';
import { createPolicy } from '../../services/moderation/policy.ts';
import { moderationContext } from '../support/moderation-context.ts';
import { engine } from '../support/words-found.ts';

const still = (): number => 0;
const context = moderationContext();

function rule(id: string, check: Rule['check'], overrides: Partial<Rule> = {}): Rule {
  return { id: id as Rule['id'], v: 1, phase: 'lexicon', onError: 'open', budgetMs: 5, check, ...overrides };
}

function says(...levels: Level[]): Rule['check'] {
  return () => levels.map((level): Finding => ({ level, field: 'body' }));
}

function run(...rules: Rule[]): ReturnType<typeof runPipeline> {
  return runPipeline({ rulesetV: 3, rules }, context, still);
}

describe('pipeline', () => {
  test('no findings pass', () => {
    expect(run(rule('a', says()))).toEqual({ rev: 1, rulesetV: 3, level: 'pass', ms: 0, hits: [], errors: [] });
  });

  test('takes the gravest level and keeps every reason, in the order of the rules', () => {
    const level = fc.constantFrom(...LEVELS);
    fc.assert(
      fc.property(fc.array(fc.array(level, { maxLength: 3 }), { maxLength: 5 }), (levels) => {
        const verdict = run(...levels.map((some, i) => rule(`r${i}`, says(...some))));
        expect(verdict.hits.map((hit) => [hit.ruleId, hit.level])).toEqual(
          levels.flatMap((some, i) => some.map((one) => [`r${i}`, one])),
        );
        const gravest = Math.max(0, ...levels.flat().map((one) => LEVELS.indexOf(one)));
        expect(verdict.level).toBe(LEVELS[gravest]);
      }),
    );
  });

  test('says which rule, in which version, in which phase', () => {
    const verdict = run(rule('r', says('note'), { v: 4, phase: 'links' }));
    expect(verdict.hits).toEqual([{ ruleId: 'r', ruleV: 4, phase: 'links', level: 'note', field: 'body' }]);
  });

  test.each([
    ['open', 'pass'],
    ['suspect', 'suspect'],
    ['hold', 'hold'],
  ] as const)('a rule that throws and fails %s leads to %s; the others still run', (onError, level) => {
    const broken = rule(
      'broken',
      () => {
        throw new RangeError('le texte du commentaire');
      },
      { onError },
    );
    const verdict = run(broken, rule('after', says('note')));
    expect(verdict.errors).toEqual([{ phase: 'lexicon', kind: 'RangeError' }]);
    expect(verdict.hits.map((hit) => hit.ruleId)).toEqual(['after']);
    expect(verdict.level).toBe(maxLevel(level, 'note'));
  });

  test('measures with the clock it is given and reports a rule over its budget', () => {
    let time = 0;
    const slow = rule('slow', () => {
      time += 8;
      return [];
    });
    const verdict = runPipeline({ rulesetV: 1, rules: [slow, rule('fast', says())] }, context, () => time);
    expect(verdict).toMatchObject({ ms: 8, level: 'pass', errors: [{ phase: 'lexicon', kind: 'over-budget' }] });
  });

  test('rules cannot change what they are given', () => {
    const meddling = rule('meddling', (given) => {
      (given as { body: string }).body = '';
      return [];
    });
    expect(run(meddling).errors).toMatchObject([{ phase: 'lexicon' }]);
    expect(context.body).not.toBe('');
  });
});

describe('policy', () => {
  const policy = createPolicy(engine);

  test('has rules with unique ids', () => {
    expect(new Set(policy.rules.map(({ id }) => id)).size).toBe(policy.rules.length);
  });

  test.each([
    ['Merci pour cet article.', 'pass'],
    ['Bande de crétins !', 'suspect'],
    ['La chatte du voisin', 'suspect'],
    ['Quelle bande de conn@rds', 'hold'],
    ['What a load of b u l l s h i t', 'hold'],
  ])('%s: %s', (body, level) => {
    const verdict = runPipeline(policy, moderationContext({ body }), still);
    expect(verdict.level).toBe(level);
    expect(verdictSchema.parse(verdict)).toEqual(verdict);
  });

  test('gives every reason at once', () => {
    const verdict = runPipeline(
      policy,
      moderationContext({
        body: 'PUTAIN DE MERDE, ALLEZ VOIR ICI TOUT DE SUITE',
        links: [{ href: 'https://evil.example/', text: 'lemonde.fr', span: [22, 31] }],
        author: {
          published: 0,
          refusals: { decided: 4, refused: 3, strikes: 0 },
          premod: { by: 'Inès', since: '2026-03-01T12:00:00.000Z' },
        },
        heat: { slow: { perMinute: 80, every: 30 } },
        repeats: { own: 1, thread: 0, site: 0 },
        detected: 'de',
        settings: {
          newcomerHold: 1,
          languages: { read: [], others: 'hold' },
          words: { refuse: [], hold: ['tout de suite'], mask: [], allow: [] },
        },
      }),
      still,
    );
    expect([...new Set(verdict.hits.map((hit) => hit.ruleId))]).toEqual(policy.rules.map(({ id }) => id));
  });
});
