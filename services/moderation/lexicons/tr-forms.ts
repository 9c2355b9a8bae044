import type { Inflections } from './inflect.ts';

/**
 * The suffix chains of Turkish. Their vowels follow the last vowel of the word: A is a or e; I is ı, i, u or ü. D is d,
 * or t after a voiceless consonant.
 */
const NOUN = `
  - I A DA DAn In lA sI CA sIn sInIz DIr DI mIş sA lI sIz lIk lIğI lIğA lIğIn lIğInI lIktAn CI CIlAr CIk Im ImI ImA ImdA
  ImdAn ImIn ImlA ImIz ImIzI ImIzA ImIzIn ImIzdAn ImsIn InI InA IndA IndAn InIn InlA InIz InIzI InIzA InIzdA InIzdAn
  InIzIn lAr lArI lArA lArdA lArdAn lArIn lArlA lArInI lArInA lArIndA lArIndAn lArInIn lArInlA lArIm lArImI lArImA
  lArImIz lArImIzI lArInIz lArInIzI lArInIzA lArdIr lArsInIz
`;

/** Verb forms that have A, so that e tells them from those of a verb with ı. */
const VERB_A = `
  Ar ArIm ArsIn ArIz ArsInIz ArlAr ArdI ArdIm ArdIn ArdIk ArdInIz ArdIlAr ArmIş ArsA ArsAm ArsAn ArsAk ArlArsA Arken
  ArAk AyIm Am AlIm AsI AsIm AsIcA AsIcAlAr AyIn AcAk AcAğIm AcAksIn AcAğIz AcAksInIz AcAklAr AcAktI AcAktIm AcAğI
  AcAğInI AcAğImI AcAğImIz AcAm AcAz AcAn IcAm IcAz IcAn IcAk IcAğIm cAm cAz cAn cAk cAğIm An AnI AnIn AnA AndAn AnlAr
  AnlArI AnlArA AnlArIn AnlArdAn mA mAk mAktAn mAktA mAklA mAm mAz mAzsA mAzsAm mAzlAr mAzsIn mAyIz mAyA mAyI mAdI mAdIm
  mAdIn mAdIk mAdIlAr mAdAn mAyIn mAyInIz mAyAn mAyAlIm mAyAcAk mAyAcAğIm mAsIn mAsInlAr mAsI mAsInI mAsInA mAsInIn mAlI
  mAlIk mAlIyIm mAlIyIz mAlArI mAmAk mAmIş mAyIp mAdIğIm mAyIncA mAyAyIm mAyIm sA sAm sAn sAk sAlAr sAnIz sAydI sAydIm
  sAnA sInlAr DIlAr DIlArI DIklArI DIklArIm DIklArInI DIkçA mIşlAr IlAr IncA
`;

/** The rest of them. */
const VERB_I = `
  DI DIm DIn DIk DInIz DIğI DIğIn DIğIm DIğImI DIğInI DIğImIn DIğImIz DIğInIz DIğImInIn DIğImIzIn DImIn DImInIn DImIm
  mIş mIşIm mIşsIn mIşIz mIştI mIştIm mIşsInIz Ip IpdA sIn IyIm IyIn Im
`;

const VERB_NOW = 'Iyor Iyorum Iyorsun Iyoruz Iyorsunuz Iyorlar Iyordu Iyordum Iyorlardı Iyom Iyon Iyoz Iyormuş';

/** Passive and reciprocal, again with A and without. */
const VERB_MORE_A = `
  IlmA IlmAk IlmAsI IlmAyI IlmAz IlmAlI IlAn IlAnlAr IlAnI IlAcAk IlAcAksIn IlAsI IlAsIcA IlAsIcAlAr IlIrlAr IlmIşlAr
  IşmAk IşmA IşmAsI IşmAyI IşmAyA IşmAlI IşmAz IşmAdAn IşmAlAr IşmAlArI IşmAmIz IşmAklA IşAn IşAnlAr IşAnI IşAlIm IşAcAk
  IşAcAğIz IşAcAm IşAcAz IşAsI IşsAk IşsA IşIrlAr IşlAr IşlArI
`;
const VERB_MORE_I = `
  IldI IldIm IldIn IldIk IlIr IlmIş IlmIşIm IlIyor IlIyorum IlIyoruz IlIp IştI IştIm IştIk IşIr IşIrIz IşIyor IşIyorlar
  IşIyoruz IşIyorum IşmIş IşIp IcI IcIlAr
`;

function harmonise(endings: string, [a, i, d]: readonly [a: string, i: string, d: string]): string {
  return endings
    .replaceAll('A', a)
    .replaceAll('I', i)
    .replaceAll('D', d)
    .replaceAll('C', d === 't' ? 'ç' : 'c');
}

function without(endings: string, unwanted: RegExp): string {
  return endings
    .split(/\s+/)
    .filter((ending) => !unwanted.test(ending))
    .join(' ');
}

const AFTER_A = ['a', 'ı', 'd'] as const;
const AFTER_VOICELESS_A = ['a', 'ı', 't'] as const;
const AFTER_E = ['e', 'i', 'd'] as const;
const AFTER_VOICELESS_E = ['e', 'i', 't'] as const;

/** Inflections by an example's vowel. */
export const TR_FORMS: Inflections = {
  /** am, amı, amına, amından … */
  a: { on: harmonise(NOUN, AFTER_A) },
  /** kavat, kavatı, kavatlar … */
  at: { on: harmonise(NOUN, AFTER_VOICELESS_A) },
  /** godoş, godoşun; bok, boku, boktan … */
  o: { on: harmonise(NOUN, ['a', 'u', 't']) },
  /** deyyus, deyyuslar … */
  u: { on: harmonise(NOUN, ['a', 'u', 'd']) },
  /** piç, piçin, piçler, piçlerin … */
  i: { on: harmonise(NOUN, AFTER_VOICELESS_E) },
  /** şerefsiz, şerefsizin … */
  iz: { on: harmonise(NOUN, AFTER_E) },
  /** göt, götü, götüne, götünden … */
  ü: { on: harmonise(NOUN, ['e', 'ü', 't']) },
  /** zibidi, zibidiler, zibidisi, zibidiye … */
  vowel: { on: '- ler leri lerin lere lerden lik liği si siniz ye yi nin den dir sin yim ydi ymiş ce' },
  /** hanzo, keko; kıro; dallama */
  avowel: { on: '- lar ları ların lara lardan lık lığı sı ya yı nın dan sınız dır sın yım ydı ymış ca' },
  /** sıçar, sıçacak, sıçmak …, and sıçtı, sıçmış, sıçıyor …, but not sıçan (rat) and sicim (string) */
  verba: {
    on: without(
      [VERB_A, VERB_I, VERB_NOW].map((endings) => harmonise(endings, AFTER_VOICELESS_A)).join(' '),
      /^an|^ım$/,
    ),
  },
  /** domalır, domaldı … */
  verbal: {
    on: `- ır ırım ırsın ${[VERB_A, VERB_I, VERB_NOW].map((endings) => harmonise(endings, AFTER_A)).join(' ')}`,
  },
  /** siker, sikecek, sikmek, sikilmek, sikişmek …, but for the forms of şike (fixing a match) */
  verbe: {
    on: without(
      [VERB_A, VERB_MORE_A].map((endings) => harmonise(endings, AFTER_VOICELESS_E)).join(' '),
      /^esi$|^en(?:i|e|in)$/,
    ),
  },
  /** sikti, siktiğimin, sikmiş, sikiyor … */
  verbi: { on: [VERB_I, VERB_NOW].map((endings) => harmonise(endings, AFTER_VOICELESS_E)).join(' ') },
  /** sikildi, sikiyor: without the dots, a harmless verb */
  verbil: { on: harmonise(VERB_MORE_I, AFTER_VOICELESS_E) },
  /** sikte, sike, sikler, sikinden …; the forms without e are listed one by one */
  nounte: {
    on: without(harmonise(NOUN, AFTER_VOICELESS_E), /^e$|^[^e]*$/),
  },
  /** gebersin, geberir, geberecek … */
  verber: { on: `- ir irsin ${[VERB_A, VERB_I, VERB_NOW].map((endings) => harmonise(endings, AFTER_E)).join(' ')}` },
};

/** Every first part before every second one, as phrases: "pis arap, pis araplar". Parts are parted by commas. */
export function eachWith(firsts: string, seconds: string): string {
  const parts = (list: string): string[] => list.split(',').map((part) => part.trim());
  return parts(firsts)
    .flatMap((first) => parts(seconds).map((second) => `${first} ${second}`))
    .join(', ');
}
