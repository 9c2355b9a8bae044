import type { RuleSentences } from './rule-sentences.ts';

export const rulesEn: RuleSentences = {
  rules: {
    'text-length': 'Shape of the text',
    lexicon: 'Word list',
    'site-words': 'Words of this site',
    links: 'Links',
    repeat: 'Repetition',
    newcomer: 'New author',
  },
  findings: {
    word: '“{found}” is in the word list ({category}, {severity}).',
    disguised: '“{found}” reads as “{term}” ({category}, {severity}; {how}).',
    unread: 'From here on the text is hardly anything but disguised words; not all of them were read.',
    'too-many': {
      one: 'One link; this site allows {limit}.',
      other: '{n} links; this site allows {limit}.',
    },
    'denied-host': 'Leads to {host}, which this site does not accept.',
    'other-host-shown': 'Shows one address but leads to {host}.',
    punycode: 'Leads to {host}, an address written in look-alike characters.',
    own: {
      one: 'The author has posted this text once before.',
      other: 'The author has posted this text {n} times before.',
    },
    thread: {
      one: 'The same text is already in this discussion.',
      other: 'The same text is already in this discussion {n} times.',
    },
    site: {
      one: 'The same text was posted elsewhere on this site.',
      other: 'The same text was posted {n} times elsewhere on this site.',
    },
    newcomer: {
      one: 'The author has {n} published comment; this site checks the first {needed}.',
      other: 'The author has {n} published comments; this site checks the first {needed}.',
    },
    unreadable: 'Holds nothing that can be read.',
    shouting: 'Mostly capital letters.',
    flood: { one: 'The same character {n} time in a row.', other: 'The same character {n} times in a row.' },
    homonym: 'The word also has a harmless meaning.',
    masked: 'Readers see it masked.',
    'site-refuse': '“{found}” is among the words this site refuses.',
    'site-hold': '“{found}” is among the words this site holds.',
    'site-mask': '“{found}” is among the words this site masks.',
    'site-disguised': 'It reads as “{term}” ({how}).',
  },
  categories: { profanity: 'profanity', insult: 'insult', slur: 'slur', sexual: 'sexual', threat: 'threat' },
  severities: { mild: 'mild', strong: 'strong', extreme: 'extreme' },
  disguises: {
    stretched: 'letters repeated',
    leet: 'letters replaced by look-alikes',
    masked: 'letters masked',
    spelled: 'letters spaced out',
    cut: 'word cut apart',
  },
  details: { lang: 'language', host: 'site', count: 'count', limit: 'limit', category: 'kind', severity: 'severity' },
  parts: {
    level: 'verdict',
    severity: 'severity of words',
    reasons: 'number of rules',
    flags: 'reports by readers',
    reach: 'readers reached',
  },
  levels: { pass: 'fine', note: 'noted', suspect: 'suspect', hold: 'hold', reject: 'reject' },
  phases: {
    admit: 'shape of the text',
    lexicon: 'word list',
    links: 'links',
    repeat: 'repetition',
    author: 'author',
  },
};
