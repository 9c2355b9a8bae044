import { AR_LATIN } from './ar-latin.ts';
import { AR_WORDS } from './ar-words.ts';
import type { LanguageSource } from './source.ts';

/** What is written together with a noun: "and", "in", "to", "o", "this", the article. */
const BEFORE = '- ال و وال ب بال لل ل ف يا هال';

/**
 * Arabic: the standard language and what is spoken in Egypt, the Levant, the Gulf and the Maghreb, in Arabic letters
 * and, as Maghrebi readers write on French pages, in Latin ones. Written without hamza, the canonical form knows none;
 * ta marbuta and ha, alef maqsura and ya are the same there. See fr.ts for what the severities do.
 */
export const AR: LanguageSource = {
  lang: 'ar',
  inflections: {
    /** شرموط، الشرموط، والشرموط، بالشرموط … */
    n: { before: BEFORE },
    /** The same of words that are found inside longer ones besides: these are only for their disguises. */
    i: { before: '- ال و وال يا' },
    /** عاهرة، العاهرة، عاهرات، عاهرتك … */
    f: { before: BEFORE, off: 'ة', on: 'ة ات تك' },
    /** منيوك، المنيوك، منيوكة، منيوكين، منيوكات … */
    m: { before: BEFORE, on: '- ة ين ات' },
    /** لوطي، لوطية، لوطيين … */
    y: { before: BEFORE, on: '- ة ين ون ات' },
    /** طيز، الطيز، طيزي، طيزك، بطيزها … */
    body: { before: '- ال وال بال هال و ب ف ل ع يا', on: '- ي ك ه ها هم كم نا و' },
    /** ينيك، بتنيك، هينيكه، انيكك … */
    verb: {
      before: 'ي ت ن بي بت بن هي هت حي كي كت سن',
      on: '- ك ه ها هم كم ني وا وك وه ي',
    },
    /** The same of verbs that mean a thing done to somebody: يبعبصك، هبعبصه */
    you: { before: '- ا ي ت ن ه ح ب بي هي سا', on: 'ك ه ها هم كم كو ني نا' },
  },
  groups: [...AR_WORDS, ...AR_LATIN],
  exceptions: {
    words: '',
    prefixes: '',
    phrases: `
      كسمك القرش, كسمك السردين, كسمك التونة, كسمك السلمون, كسمك البلطي, كسمك الزينة, كسمك في الماء, كسمك في البحر, كسمك
      خارج الماء, كسمك مشوي, كسمك مقلي, كسمك الشبوط, كسمك البحر, كسمك صغير, كسمك كبير, زبر الحديد, زبر الأولين, بحيرة
      ايري, قناة ايري, المنام اني اذبحك, فيلم ساقتلك, رواية ساقتلك, مسلسل ساقتلك, اغنية ساقتلك, دول العبيد المحررين,
      sabbatai zebi, sabbatai zbi
    `,
  },
  starred: 'كسمك قحبه شرموطه',
  commonWords: `
    من في علي الي عن مع هو هي هم انا انت نحن كل بعض ما لا لم لن قد لو ان او ثم اذا كان كانت هذا هذه ذلك تلك الذي
    التي بين بعد قبل عند حتي كما لكن ليس غير اي يا به بها له لها لك لي لنا فيه فيها منه منها عنه عليه عليها اليه مش
    مو شو شي ده دي دا اللي بس كده هيك واحد يوم سنه عام حب خير بر بحر سر كم رب اب ام اخ اخت بن ابن بنت بون زي اح نا
    ني طي
  `,
};
