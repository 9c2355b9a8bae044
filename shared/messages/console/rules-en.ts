import type { RuleSentences } from './rule-sentences.ts';

export const rulesEn: RuleSentences = {
  rules: {
    shape: 'Shape of the text',
    lexicon: 'Word list',
    links: 'Links',
    repeat: 'Repetition',
    newcomer: 'New author',
    refusals: 'Recent refusals',
    heat: 'Heated discussion',
  },
  findings: {
    word: '“{found}” is in the word list ({category}, {severity}).',
    disguised: '“{found}” reads as “{term}” ({category}, {severity}; {how}).',
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
    passage: 'The same passage {n} times in a row.',
    mentions: '{n} people called with @.',
    drawing: 'A drawing made of characters.',
    emoji: '{n} emoji, more than there are words.',
    'piled-marks': 'Letters piled up with marks that run over the lines around them.',
    'near-own': {
      one: 'The author has posted nearly the same text once before.',
      other: 'The author has posted nearly the same text {n} times before.',
    },
    'near-thread': {
      one: 'Nearly the same text is already in this discussion.',
      other: 'Nearly the same text is already in this discussion {n} times.',
    },
    'near-site': {
      one: 'Nearly the same text was posted by someone else on this site.',
      other: 'Nearly the same text was posted {n} times by others on this site.',
    },
    'refused-often': {
      one: 'Of {decided} comments that people checked in 30 days, {n} was refused.',
      other: 'Of {decided} comments that people checked in 30 days, {n} were refused.',
    },
    strikes: {
      one: 'Refused {n} time in 30 days for abuse or hate; this site holds from {limit} on.',
      other: 'Refused {n} times in 30 days for abuse or hate; this site holds from {limit} on.',
    },
    slow: 'The discussion is very busy ({n} comments in one minute): one comment per person every {every} s.',
    premod: {
      one: '{n} comment of {of} in ten minutes was refused or held: all wait for a moderator.',
      other: '{n} comments of {of} in ten minutes were refused or held: all wait for a moderator.',
    },
    homonym: 'The word also has a harmless meaning.',
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
    shape: 'shape of the text',
    heat: 'activity of the discussion',
    author: 'author',
  },
};
