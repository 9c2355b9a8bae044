import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { comparable } from '../../services/comments/near-repeats.ts';
import { bandsOf, likenessOf, NEAR, shinglesOf, similarity } from '../../services/moderation/text/minhash.ts';

/** Comments as they are written below articles: of a length, about the same things, and different. */
const CORPUS = [
  'Le contournement routier va coûter douze millions et personne ne nous a demandé notre avis avant le vote du conseil.',
  'Douze millions pour une route, alors que l’école attend son toit depuis trois ans : quelles sont donc les priorités ?',
  'Je traverse le bourg tous les matins et je peux vous dire que sans contournement la situation deviendra invivable.',
  'Le conseil a voté à main levée et sans débat ; ceux qui étaient contre ont quitté la salle avant la fin de la séance.',
  'Pour une fois que la mairie fait quelque chose pour les cyclistes, on ne va quand même pas se plaindre de tout.',
  'Les commerçants du centre vont perdre la moitié de leurs clients si les voitures passent par la nouvelle route.',
  'Merci pour cet article, enfin une explication claire du budget de la commune avec les vrais chiffres et les sources.',
  'On nous parle d’écologie toute la journée et puis on bétonne vingt hectares de bonnes terres sans sourciller.',
  'Mon grand-père a vendu ce champ à la commune en 1962 contre la promesse qu’on n’y construirait jamais rien.',
  'La préfecture a encore un mois pour contester la délibération, tout n’est donc pas joué, contrairement au titre.',
  'The council should publish the full traffic study before it spends another cent on consultants and glossy leaflets.',
  'I have lived on this street for thirty years and the noise has never been as bad as it was during last summer.',
  'Whoever designed this roundabout has clearly never tried to cross it with a pram, a dog and two bags of shopping.',
  'هذا المشروع سيكلف البلدية اثني عشر مليونًا ولم يسألنا أحد عن رأينا قبل التصويت في المجلس البلدي',
  'أمرّ بوسط المدينة كل صباح وأقول لكم إن الوضع سيصبح لا يطاق إن لم تُبنَ هذه الطريق قريبًا جدًّا',
  'Belediye bu yol için on iki milyon harcayacak ve oylamadan önce hiç kimse bizim fikrimizi sormadı, çok yazık.',
  'Her sabah kasabanın içinden geçiyorum ve çevre yolu olmadan durumun dayanılmaz hale geleceğini söyleyebilirim.',
  '这条环城公路要花一千二百万，可是投票之前没有任何人问过我们这些居民的意见，实在让人无法接受，希望市政府重新考虑。',
  '我每天早上都要穿过镇中心，我可以告诉你们，如果不修这条路，交通状况会变得越来越糟糕，大家都受不了。',
] as const;

const WORDS = ['maison', 'rivière', 'jamais', 'bleu', 'courir', 'lampe', 'quatre', 'vents', 'pierre', 'doux'];
const isNear = (a: string, b: string): boolean => likenessOf(a).isNear(b);
const meet = (a: string, b: string): boolean => {
  const bands = new Set(bandsOf(shinglesOf(a)));
  return bandsOf(shinglesOf(b)).some((band) => bands.has(band));
};

/** The text with words at some places replaced by others. */
function changed(text: string, places: readonly number[], words: readonly string[]): string {
  const parts = text.split(' ');
  places.forEach((place, i) => {
    parts[place % parts.length] = words[i % words.length] ?? '';
  });
  return parts.join(' ');
}

describe('near-duplicates', () => {
  const spaced = CORPUS.filter((text) => text.includes(' '));
  const pick = fc.constantFrom(...spaced);

  test('of a text in which any one of its words is changed are found', () => {
    fc.assert(
      fc.property(pick, fc.nat(100), fc.constantFrom(...WORDS), (text, place, word) => {
        expect(isNear(text, changed(text, [place], [word]))).toBe(true);
      }),
      { numRuns: 400 },
    );
  });

  test('of a text in which one word in ten is changed are found, but for a few short ones', () => {
    const tries = spaced.flatMap((text) =>
      Array.from({ length: 10 }, (_, from) => {
        const places = Array.from({ length: Math.floor(text.split(' ').length / 10) }, (__, i) => i * 10 + from);
        return isNear(text, changed(text, places, WORDS.slice(from)));
      }),
    );
    expect(tries.filter(Boolean).length / tries.length).toBeGreaterThan(0.97);
  });

  test('of a long text are found with a word in every twenty changed', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray([...spaced], { minLength: 6 }), fc.nat(19), (texts, from) => {
        const long = texts.join(' ');
        const places = long.split(' ').flatMap((_, i) => (i % 20 === from ? [i] : []));
        expect(isNear(long, changed(long, places, WORDS))).toBe(true);
      }),
    );
  });

  test('share a band nearly always, so that the index finds them', () => {
    let met = 0;
    let tried = 0;
    for (const text of spaced)
      for (let place = 0; place < 20; place++) {
        tried++;
        if (meet(text, changed(text, [place, place + 7], WORDS))) met++;
      }
    expect(met / tried).toBeGreaterThan(0.94);
  });

  test('are no matter of case, accents, spacing, punctuation or invisible characters', () => {
    for (const text of CORPUS) {
      const dressed = [...text.toUpperCase()].join('\u200b').replaceAll(' ', '  ').replaceAll('.', ' !!! ');
      expect(similarity(shinglesOf(text), shinglesOf(dressed))).toBeGreaterThan(0.95);
    }
    expect(bandsOf(shinglesOf('Un été à la plage, déjà.'))).toEqual(bandsOf(shinglesOf('UN ETE A LA PLAGE DEJA')));
  });

  test('in Chinese are found with a word changed', () => {
    const text = CORPUS.find((one) => one.includes('一千二百万')) ?? '';
    expect(isNear(text, text.replace('一千二百万', '三千万'))).toBe(true);
  });
});

describe('different texts', () => {
  test('are never taken for one another, even about the same things', () => {
    const pairs = CORPUS.flatMap((a, i) => CORPUS.slice(i + 1).map((b) => [a, b] as const));
    expect(pairs.filter(([a, b]) => isNear(a, b))).toEqual([]);
    // Far from the threshold: another writer would have to copy most of it.
    expect(Math.max(...pairs.map(([a, b]) => similarity(shinglesOf(a), shinglesOf(b))))).toBeLessThan(NEAR / 3);
  });

  test('hardly ever share a band, so that little is compared', () => {
    const pairs = CORPUS.flatMap((a, i) => CORPUS.slice(i + 1).map((b) => [a, b] as const));
    expect(pairs.filter(([a, b]) => meet(a, b)).length / pairs.length).toBeLessThan(0.05);
  });

  test('stay different however long they are', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray([...CORPUS], { minLength: CORPUS.length }), (texts) => {
        const half = Math.floor(texts.length / 2);
        expect(isNear(texts.slice(0, half).join(' '), texts.slice(half).join(' '))).toBe(false);
      }),
    );
  });
});

describe('similarity', () => {
  test('is what a plain comparison of the sets says', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'b', 'é', '日', ' ', '!', '😀'), maxLength: 60 });
    fc.assert(
      fc.property(text, text, (a, b) => {
        const [left, right] = [new Set(shinglesOf(a)), new Set(shinglesOf(b))];
        const common = [...left].filter((one) => right.has(one)).length;
        const all = new Set([...left, ...right]).size;
        const expected = left.size === 0 || right.size === 0 ? 0 : common / all;
        expect(similarity(shinglesOf(a), shinglesOf(b))).toBeCloseTo(expected);
        expect(similarity(shinglesOf(b), shinglesOf(a))).toBeCloseTo(expected);
      }),
    );
  });

  test('of a text with itself is whole, of nothing with anything none', () => {
    for (const text of CORPUS) expect(similarity(shinglesOf(text), shinglesOf(text))).toBe(1);
    expect(similarity(shinglesOf(''), shinglesOf(''))).toBe(0);
    expect(bandsOf(shinglesOf('?!'))).toEqual([]);
  });

  test('bands stay the same for ever, since they are stored', () => {
    const bands = bandsOf(shinglesOf('Le train de nuit revient en gare.'));
    expect(bands).toEqual(bandsOf(shinglesOf('le train de nuit revient en gare')));
    expect(bands.every((band) => Number.isInteger(band) && Math.abs(band) <= 2 ** 31)).toBe(true);
    expect(bands).toMatchInlineSnapshot(`
     [
       -1520696904,
       1035568602,
       440454815,
       1034006856,
       -401089635,
       -879908495,
       393832309,
       -1079216330,
       835039530,
       1822609351,
       1682380553,
       1476177248,
     ]
    `);
  });
});

describe('what is compared', () => {
  test.each([
    ['Merci pour cet article !', null],
    ['> Le maire annonce que la route ne se fera pas avant deux ans.\n\nEnfin !', null],
    ['> cité\nJe ne suis pas du tout d’accord avec vous.', 'Je ne suis pas du tout d’accord avec vous.'],
    [
      'Achetez vos montres chez nous, https://spam.example/a8f3?x=91c0 vite',
      'Achetez vos montres chez nous, https://spam.example vite',
    ],
    ['voir https://journal.example/2026/03/budget', 'voir https://journal.example/2026/03/budget'],
    ['👍👍👍👍👍👍👍👍👍👍', null],
    ['', null],
  ])('of %j', (text, own) => {
    expect(comparable(text)).toBe(own);
  });
});
