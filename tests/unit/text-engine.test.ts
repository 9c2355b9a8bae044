import { describe, expect, test } from '@jest/globals';
import { engine } from '../support/words-found.ts';

function cutOut(text: string, ...langs: string[]): string[] {
  return engine.check(text, ...langs).map((hit) => text.slice(hit.start, hit.end));
}

describe('French', () => {
  test.each([
    ['plain', 'Quelle merde, ce tramway.', 'merde'],
    ['plural', 'Une bande de connards à la mairie', 'connards'],
    ['feminine', 'Elle est emmerdeuse', 'emmerdeuse'],
    ['verb form', 'Vous nous emmerdez avec vos travaux', 'emmerdez'],
    ['elided', "Quel ramassis d'enculés", 'enculés'],
    ['without accents', 'espece d enfoire', 'enfoire'],
    ['capitals', 'QUEL CONNARD', 'CONNARD'],
    ['hashtag', '#merde alors', 'merde'],
    ['phrase', 'Va te faire foutre, monsieur le maire', 'Va te faire foutre'],
    ['phrase across signs', 'nique -- ta   mère', 'nique -- ta   mère'],
    ['abbreviation', 'Allez, ntm', 'ntm'],
    ['short word', 'quel con celui-là', 'con'],
    ['English in French', 'What the fuck est ce projet ?', 'fuck'],
    ['leet', 'ce c0nn4rd de maire', 'c0nn4rd'],
    ['leet from the first letter', '3ncul3 va', '3ncul3'],
    ['v for u', 'des covilles en or', 'covilles'],
    ['k for c', 'un konnard fini', 'konnard'],
    ['stretched', 'meeeerdeeee', 'meeeerdeeee'],
    ['stretched throughout', 'cccooonnnaaarrrddd', 'cccooonnnaaarrrddd'],
    ['spelled with spaces', 'c o n n a r d', 'c o n n a r d'],
    ['spelled with dots', 'un s.a.l.a.u.d.', 's.a.l.a.u.d'],
    ['spelled with dashes between spaces', 'p - u - t - e', 'p - u - t - e'],
    ['spelled with emoji', 'p🔥u🔥t🔥a🔥i🔥n', 'p🔥u🔥t🔥a🔥i🔥n'],
    ['one sign inside', 'con_nard', 'con_nard'],
    ['an odd apostrophe inside', "con'nard", "con'nard"],
    ['zero-width characters', 'mer\u200bde', 'mer\u200bde'],
    ['combining marks', 'm\u0336e\u0336r\u0336d\u0336e\u0336', 'm\u0336e\u0336r\u0336d\u0336e\u0336'],
    ['Cyrillic lookalikes', 'mеrdе', 'mеrdе'],
    ['styled letters', '𝓶𝓮𝓻𝓭𝓮', '𝓶𝓮𝓻𝓭𝓮'],
    ['masked by a star', 'un enc*lé', 'enc*lé'],
    ['masked by two', 's**ope', 's**ope'],
    ['first letter and stars', 'quelle m****', 'm****'],
    ['inside a longer word', 'un grosconnard', 'grosconnard'],
    ['a short word in leet', 'ma b1te', 'b1te'],
    ['an abbreviation with dots', 'sale F.D.P.', 'F.D.P'],
    ['cut by a line break', 'con\nnard', 'con\nnard'],
    ['cut by a hyphen and a line break', 'conn-\nard', 'conn-\nard'],
    ['spelled down the page', 'm\ne\nr\nd\ne', 'm\ne\nr\nd\ne'],
    ['single letters and a rest', 'm e rde', 'm e rde'],
    ['cut by a space', 'quel conn ard', 'conn ard'],
    ['without its vowels', 'quel cnnrd', 'cnnrd'],
    ['spelled by ear', 'anculé va', 'anculé'],
    ['half of it spelled by ear', 'espèce de fils de put', 'fils de put'],
    ['turned round by syllables', 'quelle teupu', 'teupu'],
    ['a word of another language, too', 'un vrai konar', 'konar'],
    ['glued to another', 'espèce de salepute', 'salepute'],
    ['in letters of ornaments', 'ᔕᗩᒪᗩᑌᗪ', 'ᔕᗩᒪᗩᑌᗪ'],
    ['in small Cherokee', 'ꮯꮎꮑꮑꭺꭱꭰ', 'ꮯꮎꮑꮑꭺꭱꭰ'],
    ['Greek and Cyrillic at once', 'ρυтε', 'ρυтε'],
    ['with signs of currencies', '₵o₦₦ard', '₵o₦₦ard'],
    ['glued to an innocent beginning', 'merdekaconnard', 'merdekaconnard'],
  ])('finds a word that is %s', (_, text, expected) => {
    expect(cutOut(text, 'fr')).toEqual([expected]);
    expect(engine.isProfane(text, 'fr')).toBe(true);
  });

  test.each([
    'Il va mourir de vieillesse, et vous allez crever de chaud ; tu vas mourir de rire.',
    'Le Dîner de cons fait la nique aux critiques : elle pouffe de rire.',
    'Suprême NTM remplit Bercy, le FDP allemand vote contre, Guillaume le Bâtard débarque.',
    'Le film Merdeka, putatif et Merdrignac.',
    'Le député a salué le concours de peinture organisé par le conseil municipal.',
    'Il faut assécher le bassin avant les travaux du contournement.',
    'Mbappé a marqué deux fois ; la réputation du club est intacte.',
    "L'assassin a été condamné. L'habitude du piéton, c'est de traverser ici.",
    'Un cul-de-sac sera ouvert aux cyclistes rue des Cordeliers.',
    'Il a pu te parler, la mer de Chine est agitée.',
    'Rendez-vous à 5h17 ou 18h30, place du Marché (entrée libre).',
    'Les élu·e·s et les lecteur·rice·s sont invité·e·s.',
    'Ce pique-nique était très réussi, on a mis les salopettes à sécher.',
    'Le branle-bas de combat, puis une table branlante.',
    'Le coq au vin et le bout de pain, quelle fête !',
    'r.s.v.p. avant le 15/20, écrire à jean.m@rtin.example',
    'Aujourd’hui, qu’est-ce que c’est que ça ? Peut-être va-t-on le savoir.',
    'fic-\nhier, par-\nticule, hab-\nite, con-\nseil, cal-\ncul',
    'a g r i c u l t u r e et c.u.l.t.u.r.e',
    'Le budget de 2025 augmente de 3,5 % (soit 120 k€).',
    'Ouiiiiii bravooooo !!!!',
    'Mme de M*** a dit, c.-à-d. hier, note** et 10*2, que la Merdeka Square est belle.',
    'Un chœur de négro-spirituals à l’église.',
    'La bite d’amarrage du vieux port.',
  ])('lets pass: %s', (text) => {
    expect(cutOut(text, 'fr')).toEqual([]);
    expect(engine.isProfane(text, 'fr')).toBe(false);
  });

  test('numbers are numbers, whatever their digits look like', () => {
    const numbers = Array.from({ length: 10_000 }, (_, i) => String(i)).filter((number) => {
      return engine.check(`Il y a ${number} habitants, et le 06 ${number} 55 est occupé.`, 'fr', 'ar', 'ru').length > 0;
    });
    expect(numbers).toEqual([]);
  });

  test('says that a word also has an innocent meaning', () => {
    expect(engine.check('Une tapette sans rien autour', 'fr')).toMatchObject([{ term: 'tapette', homonym: true }]);
    expect(engine.isProfane('La chatte dort sur le radiateur.', 'fr')).toBe(false);
    expect(engine.check('une tapette à souris', 'fr')).toEqual([]);
  });
});

describe('English', () => {
  test.each([
    ['plain', 'What a load of shit.', 'shit'],
    ['inflected', 'Stop bitching about it', 'bitching'],
    ['inside a word', 'clusterfuckery', 'clusterfuckery'],
    ['the beginning of a word', 'wankery indeed', 'wankery'],
    ['masked inside a word', 'f*cking hell', 'f*cking'],
    ['beside accents', 'unfuckingbelievàble', 'unfuckingbelievàble'],
    ['phrase', 'that son of a bitch', 'son of a bitch'],
    ['leet', 'you 4$$h0le', '4$$h0le'],
    ['leet with a bracket', '(unt', '(unt'],
    ['leet at the end', 'bull$h1+', 'bull$h1+'],
    ['masked', 'f*ck this', 'f*ck'],
    ['masked by a bullet', 'b•tch', 'b•tch'],
    ['masked by a hyphen', 'b-st-rds and fools', 'b-st-rds'],
    ['stretched', 'fuuuuuck', 'fuuuuuck'],
    ['stretched and styled', 'ＦＵＵＵＣＫ', 'ＦＵＵＵＣＫ'],
    ['spelled', 'f u c k you', 'f u c k'],
    ['spelled after an article', 'a s h i t day', 's h i t'],
    ['spelled with slashes', 's/l/u/t', 's/l/u/t'],
    ['spelled with full stops and spaces', 'c. u. n. t', 'c. u. n. t'],
    ['Greek lookalikes', 'shιt', 'shιt'],
    ['a word of lookalikes only', 'ѕһіт', 'ѕһіт'],
    ['told to hurt oneself', 'just unalive yourself', 'unalive yourself'],
    ['a slur by its look', 'nlgger', 'nlgger'],
    ['another vowel', 'fock you all', 'fock you'],
    ['flags', '🇫🇺🇨🇰', '🇫🇺🇨🇰'],
    ['circled', 'ⓢⓗⓘⓣ', 'ⓢⓗⓘⓣ'],
  ])('finds a word that is %s', (_, text, expected) => {
    expect(cutOut(text, 'en')).toContain(expected);
    expect(engine.isProfane(text, 'en')).toBe(true);
  });

  test.each([
    'Spic and span, suck it and see, said the jackass penguins.',
    'Scunthorpe, Penistone and Clitheroe won; Cockburn lost.',
    'Dick Van Dyke and Philip K. Dick walk into a cocktail bar.',
    'The assessment of the class passed; the bass player did not.',
    'Compass, grass, assembly, Essex, Sussex, Middlesex.',
    "It's what they've done, isn't it? Don't, he'd say.",
    'See https://example.org/a/s/s/ets?id=5&x=1 for a list',
    'A, S, S and D are home-row keys.',
    'Magna cum laude; a pussy willow; a blue tit; chink of light.',
    'R&D, Q&A, 5*3, a*b, x_y, snake_case_name, v1.2.3, B17, A55',
    'The shiitake mushrooms (as usual) were served on the terrace.',
  ])('lets pass: %s', (text) => {
    expect(cutOut(text, 'en').filter(() => engine.isProfane(text, 'en'))).toEqual([]);
  });
});

describe('languages', () => {
  test('a word of one language may be innocent in another', () => {
    expect(engine.isProfane('pros and con', 'en')).toBe(false);
    expect(engine.isProfane('un retard de dix minutes', 'fr')).toBe(false);
    expect(engine.isProfane('you retard', 'en')).toBe(true);
    expect(engine.isProfane('je kunt het zien', 'nl')).toBe(false);
  });

  test('several languages can be asked for, by tag', () => {
    expect(cutOut('con artist', 'en-GB', 'fr-CA')).toEqual(['con']);
    expect(cutOut('con artist', 'en-GB')).toEqual([]);
  });

  test('English is found on a French page too, except what is French', () => {
    const french = { page: ['fr'], besides: ['en'] };
    const found = (text: string, at = french): string[] =>
      engine.checkIn(text, at).map((hit) => text.slice(hit.start, hit.end));
    expect(found('you bastard, you fucking prick')).toEqual(['bastard', 'fucking', 'prick']);
    expect(
      found('Le train MF 77 a du retard, la douche et le fart aussi, dit Fanny ; l’ASS et le JAP de Lesbos.'),
    ).toEqual([]);
    // Where English is spoken as well, it is as rude as ever.
    expect(found('you retard', { page: ['fr', 'en'], besides: ['en'] })).toEqual(['retard']);
    expect(found('you bastard', { page: ['ar'], besides: ['en', 'fr'] })).toEqual(['bastard']);
  });

  test('accents tell words apart where they must', () => {
    expect(engine.isProfane('un négro', 'fr')).toBe(true);
    expect(engine.isProfane('un gato negro', 'es')).toBe(false);
  });
});

describe('hits', () => {
  test('name the term, its severity and how it was written', () => {
    expect(engine.check('sale bougn0ule !', 'fr')).toEqual([
      {
        start: 5,
        end: 14,
        term: 'bougnoule',
        lang: 'fr',
        severity: 'extreme',
        category: 'slur',
        how: 'leet',
        homonym: false,
      },
    ]);
  });

  test('come in the order of the text and do not overlap', () => {
    expect(cutOut('merde, putain de merde et fuck', 'fr')).toEqual(['merde', 'putain de merde', 'fuck']);
  });
});

describe('words that meet', () => {
  test('are both shown where they overlap, once where one lies in the other', () => {
    expect(cutOut('What the f u c k is this', 'en')).toEqual(['What the f', 'f u c k']);
    expect(cutOut('shut the fuck up', 'en')).toEqual(['shut the fuck up']);
  });
});
