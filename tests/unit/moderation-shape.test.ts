import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { findRepetition, mayRepeat } from '../../services/moderation/rules/shape-floods.ts';
import { shapeRule } from '../../services/moderation/rules/shape.ts';
import { moderationContext } from '../support/moderation-context.ts';

/** Shape and level of every finding. */
const shapesOf = (body: string): string[] =>
  shapeRule
    .check(moderationContext({ body }))
    .map(({ detail, level }) => `${String(detail?.['shape'])} ${level}`)
    .sort();

const zalgo = (text: string): string => text.replace(/\p{L}/gu, (letter) => `${letter}\u0337\u0329\u035b`);
const CAT = String.raw`
   /\_____/\
  /  o   o  \
 ( ==  ^  == )
  )         (
 (           )
( (  )   (  ) )
(__(__)___(__)__)`;
const NAMES = ['Anne', 'Ben', 'Chloé', 'Driss', 'Élie', 'Farid', 'Gaël', 'Hugo', 'Inès', 'Jade', 'Karim', 'Léa'];
const call = (n: number): string =>
  NAMES.slice(0, n)
    .map((name) => `@${name}`)
    .join(' ');

describe('what is innocent', () => {
  test.each([
    'Bonjour',
    'BRAVO !',
    'OK POUR LA SNCF',
    'SNCF RATP EDF GDF ONU OTAN CGT FO CFDT UE',
    'La SNCF et la RATP, avec EDF, ont signé avec la CGT.',
    '👍',
    'Merci 🙏🙏🙏 pour tout ce que vous faites 👏👏',
    'Hahahaha, très drôle !!!',
    'Non, non et non. Non !',
    'İSTANBUL’DA GÖRÜŞÜRÜZ',
    'Yarın İstanbul’da görüşürüz, inşallah; ILIK bir gün olacak.',
    'هذا المقال ممتاز جدًّا، شكرًا جزيلًا لكم على هذا العملِ الرَّائعِ',
    'بِسْمِ ٱللَّهِ ٱلرَّحْمَـٰنِ ٱلرَّحِيمِ',
    'שָׁלוֹם עֲלֵיכֶם מַלְאֲכֵי הַשָּׁרֵת',
    'ကြောင့် မြန်မာစာ ဖြစ်ပါတယ်',
    'กินข้าวกันหรือยังครับ ผมหิวมากแล้วนะครับ',
    'Tiếng Việt có nhiều dấu: ngữ nghĩa, trường hợp, đường phố.',
    'Tiếng Việt có nhiều dấu: ngữ nghĩa, trường hợp.'.normalize('NFD'),
    '这篇文章写得很好，我完全同意作者的看法。谢谢编辑部！',
    '「これは本当ですか？」と聞かれました。',
    'Voir a@b.example, c@d.example, e@f.example, g@h.example, i@j.example, k@l.example',
    'Merci @Anne et @Ben pour vos réponses.',
    '| Ville | Prix |\n| --- | --- |\n| Lyon | 12 € |\n| Nice | 14 € |',
    '- un\n- deux\n- trois\n- quatre\n- cinq\n- six',
    '> cité\n\nRéponse\n\n---\n\nAutre point',
    '```\nif (a && b) { return [...c]; }\nfor (const x of y) z(x);\nlet q = a ?? b;\nexport { q };\n```',
    'https://exemple.fr/a?b=c&d=e#f\nhttps://exemple.fr/g?h=i&j=k#l',
    '★★★★☆ Très bon restaurant',
    'Il a dit : « … » — et puis (sans rire) : « ?! »',
    '1 000 000 000 000 000 000 000 000 000 000 €',
  ])('%j', (body) => {
    expect(shapesOf(body)).toEqual([]);
  });
});

describe('what is only noted', () => {
  test.each([
    ['NON AU CONTOURNEMENT DE LA COMMUNE', 'shouting note'],
    ['C’EST UNE HONTE ! LE MAIRE DOIT PARTIR TOUT DE SUITE !', 'shouting note'],
    ['BU BİR REZALETTİR, BELEDİYE BAŞKANI İSTİFA ETMELİ', 'shouting note'],
    ['ПОЗОР! НЕМЕДЛЕННО УХОДИТЕ В ОТСТАВКУ', 'shouting note'],
    [`Non${'!'.repeat(40)}`, 'flood note'],
    ['ههههههههههههههههههههههههههههههههههههه', 'flood note'],
    ['ha '.repeat(25), 'passage note'],
    ['Démission ! '.repeat(9), 'passage note'],
    ['下台'.repeat(35), 'passage note'],
    ['ارحل يا عمدة. '.repeat(8), 'passage note'],
    [`${call(6)} qu’en pensez-vous ?`, 'mentions note'],
    ['👍'.repeat(16), 'emoji note'],
  ])('%j', (body, shape) => {
    expect(shapesOf(body)).toEqual([shape]);
  });
});

describe('what a person should look at', () => {
  test.each([
    ['a'.repeat(300), 'flood suspect'],
    ['DEHORS '.repeat(80).toLowerCase(), 'passage suspect'],
    [`${'下台'.repeat(300)}`, 'passage suspect'],
    [
      Array.from(
        { length: 9 },
        (_, i) => `Le maire de cette commune doit partir avant la fin de l’année. Et ${i} !`,
      ).join('\n'),
      'passage suspect',
    ],
    [`${call(12)} regardez`, 'mentions suspect'],
    ['@Anne '.repeat(12) + '!', 'mentions suspect'],
    [CAT, 'drawing suspect'],
    ['█▀▀█ '.repeat(8), 'drawing suspect'],
    ['⣿⣿⣿⡿⠿⠛⠛⠛⠋⠉⠈⠉⠉⠉⠉⠛⠻⢿⣿⣿⣿⣿\n⣿⣿⡿⠋⠁⠄', 'drawing suspect'],
    ['┌──────────────────────┐\n│ VOTEZ POUR MOI      │', 'drawing suspect'],
    ['🔥💩🤡'.repeat(20), 'emoji suspect'],
    [zalgo('Il arrive'), 'piled-marks suspect'],
    [zalgo('הוא בא'), 'piled-marks suspect'],
  ])('%j', (body, shape) => {
    expect(shapesOf(body)).toContain(shape);
  });
});

describe('what cannot be read', () => {
  test.each(['', ' \u200b\u00a0\u2060 ', '\u2800\u2800', '\u3164', '\u115f\u1160', '\ufe0f', '\u0301'])(
    '%j',
    (body) => {
      expect(shapesOf(body)).toEqual(['unreadable hold']);
    },
  );
});

describe('marks', () => {
  test.each([
    [`Non${'!'.repeat(40)} vraiment`, '!'.repeat(40)],
    [`Oui 👍🏽 ${'🙏'.repeat(31)}`, '🙏'.repeat(31)],
    [`Alors ${'ha '.repeat(25)}fin`, ` ${'ha '.repeat(25)}`],
    [`Vu ${zalgo('abc')} là`, zalgo('abc')],
    [`Voyez\n${'█▀▀█'.repeat(8)} fin`, '█▀▀█'.repeat(8)],
    [`${call(6)} ?`, '@Élie'],
  ])('in %j', (body, marked) => {
    const spans = shapeRule
      .check(moderationContext({ body }))
      .flatMap(({ span }) => (span ? [body.slice(...span)] : []));
    expect(spans).toContain(marked);
  });
});

test('the quick look for repeated passages never misses one that counts', () => {
  const passage = fc.string({
    unit: fc.constantFrom('a', 'b', 'é', ' ', 'H', '🔥', 'ك', '.'),
    minLength: 1,
    maxLength: 40,
  });
  const around = fc.string({ unit: 'grapheme', maxLength: 30 });
  fc.assert(
    fc.property(around, passage, fc.integer({ min: 2, max: 60 }), around, (before, unit, times, after) => {
      const text = before + unit.repeat(times) + after;
      const { times: seen, span } = findRepetition(text);
      if (seen >= 8 && span[1] - span[0] >= 60) expect(mayRepeat(text)).toBe(true);
    }),
    { numRuns: 2_000 },
  );
});
