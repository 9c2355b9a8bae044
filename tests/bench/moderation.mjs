// The text engine beside the libraries that others use, in one run: `npm run bench:moderation`. With
// `-- --set=FILE`, a JSON Lines file of {text, lang, label: "profane" | "clean", category}, it also counts what each finds.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { AllProfanity } from 'allprofanity';
import { Filter } from 'bad-words';
import { englishDataset, englishRecommendedTransformers, RegExpMatcher } from 'obscenity';
import { detectLanguage } from '../../dist/services/moderation/language.js';
import { createPolicy } from '../../dist/services/moderation/policy.js';
import { screenComment } from '../../dist/services/moderation/screen.js';
import { create } from '../../dist/services/moderation/text/engine.js';
import { siteSettingsSchema } from '../../dist/shared/site.js';
import { median, percentile } from './measure.mjs';

const ARTICLE =
  "Le conseil municipal s'est réuni jeudi soir pour débattre du budget 2025. Le maire a rappelé que la réfection de la " +
  "rue des Écoles, prévue au printemps, sera achevée avant l'été. Plusieurs habitants ont demandé pourquoi le concours " +
  "de fleurissement a été annulé ; l'adjointe leur a répondu qu'il serait reporté d'un an, faute de candidats. The mayor " +
  'said that the second phase, which was due in May, would not start before 15 September: "We have to wait for the ' +
  'engineers." Est-ce vraiment sérieux ? À 8h30, rendez-vous devant la mairie, M. Dubois y sera… ';
const UNITS = [
  'a',
  'f.',
  ' ',
  '💩',
  '\u200b',
  '\u0301',
  'f u c ',
  '\n',
  '@',
  '4',
  'm*',
  's*s* ',
  'c*n**rd ',
  'me\nrd ',
];
const WORDS = ['assassin', 'fuck', 'merde ', 'sh1t ', '@55 ', 'f-u-c-k ', 'cul-de-sac ', 'va te faire ', 'xуй '];
const START = fileURLToPath(new URL('floors/engine-start.mjs', import.meta.url));
const [SIZES, ROUNDS, ROUND_US] = [[200, 10_000], 5, 250_000];

const engine = await create();
const [badWords, matcher] = [
  new Filter(),
  new RegExpMatcher({ ...englishDataset.build(), ...englishRecommendedTransformers }),
];
const all = new AllProfanity({ silent: true });
for (const language of ['french', 'german', 'spanish', 'portuguese', 'italian', 'russian', 'turkish', 'arabic'])
  try {
    all.loadLanguage(language);
  } catch {
    // A language it does not have.
  }
const engines = {
  tribune: (text, lang) => engine.isProfane(text, lang),
  'bad-words': (text) => badWords.isProfane(text),
  obscenity: (text) => matcher.hasMatch(text),
  allprofanity: (text) => all.check(text),
};

/** Percent of a labelled set: what is found, what is found wrongly, and both in one number. */
function accuracy(items, isProfane) {
  const count = { profane: 0, clean: 0, hits: 0, wrong: 0 };
  for (const { text, lang, label } of items) {
    count[label]++;
    if (isProfane(text, lang)) count[label === 'profane' ? 'hits' : 'wrong']++;
  }
  const [recall, precision] = [count.hits / count.profane, count.hits / (count.hits + count.wrong)];
  const percent = (share) => (100 * share).toFixed(1);
  return {
    recall: percent(recall),
    'false positives': percent(count.wrong / count.clean),
    F1: percent((2 * recall * precision) / (recall + precision)),
  };
}

/** MB per CPU second over clean texts of one size. */
function throughput(isProfane, size) {
  const whole = ARTICLE.repeat(Math.ceil((3 * size) / ARTICLE.length) + 1);
  const texts = Array.from({ length: 40 }, (_, i) => whole.slice(i * 17, i * 17 + size));
  const bytes = texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0);
  const start = process.cpuUsage();
  let rounds = 0;
  for (let used = 0; used < ROUND_US; rounds++) {
    for (const text of texts) isProfane(text, 'fr');
    used = process.cpuUsage(start).user;
  }
  const { user, system } = process.cpuUsage(start);
  return (bytes * rounds) / (user + system);
}

/** The best of several: what the work takes, not what else the machine does. Milliseconds. */
function best(work, rounds = 5) {
  return Math.min(
    ...Array.from({ length: rounds }, () => {
      const started = performance.now();
      work();
      return performance.now() - started;
    }),
  );
}

const set = /--set=(\S+)/.exec(process.argv.join(' '))?.[1];
if (set !== undefined) {
  const judged = /^(?:homonym|place_name|real_toxic|slur|phonetic)$/;
  const items = readFileSync(set, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
    .filter(({ category }) => !judged.test(category));
  console.log(`${items.length} labelled texts, per cent (without what can be argued about)`);
  console.table(
    Object.fromEntries(Object.entries(engines).map(([name, isProfane]) => [name, accuracy(items, isProfane)])),
  );
}

const speeds = Object.fromEntries(Object.keys(engines).map((name) => [name, SIZES.map(() => [])]));
for (let round = -1; round < ROUNDS; round++)
  for (const [name, isProfane] of Object.entries(engines))
    for (const [i, size] of SIZES.entries()) {
      const speed = throughput(isProfane, size);
      if (round >= 0) speeds[name][i].push(speed);
    }
console.log('clean text, MB per CPU second, medians');
console.table(
  Object.fromEntries(
    Object.entries(speeds).map(([name, rounds]) => [
      name,
      Object.fromEntries(SIZES.map((size, i) => [`${size} characters`, median(rounds[i]).toFixed(2)])),
    ]),
  ),
);

const policy = createPolicy(engine);
const site = { lang: 'fr', settings: siteSettingsSchema.parse({}) };
const facts = { links: [], name: 'Anaïs Martin', repeats: { own: 0, thread: 0, site: 0 }, author: { published: 3 } };
const screen = (text) => screenComment(policy, { ...facts, site, threadLang: 'fr', claimedLang: null, text });
const pipeline = {};
for (const size of [200, 2_000, 10_000]) {
  const times = [];
  for (let i = 0; i < 3_000; i++) {
    const text = ARTICLE.repeat(30).slice(i % 97, (i % 97) + size);
    const started = performance.now();
    screen(text);
    if (i >= 1_000) times.push((performance.now() - started) * 1000);
  }
  const micros = (share) => `${percentile(times, share).toFixed(0)} µs`;
  pipeline[`${size} characters`] = { p50: micros(0.5), p99: micros(0.99), longest: micros(1) };
}
console.log('one comment through the whole pipeline, without the store');
console.table(pipeline);

const comment = ARTICLE.slice(0, 200);
const detecting = best(() => {
  for (let i = 0; i < 1_000; i++) detectLanguage(comment);
}, 20);
console.log(`language of 200 characters: ${detecting.toFixed(1)} µs`);

const hostile = [...UNITS, ...WORDS].map((unit) => {
  const time = (size) => {
    const text = unit.repeat(Math.ceil(size / unit.length)).slice(0, size);
    return best(() => engine.check(text, 'fr'));
  };
  const [half, full] = [time(50_000), time(100_000)];
  return { unit: JSON.stringify(unit), ms: full.toFixed(2), exponent: Math.log2(full / half).toFixed(2) };
});
console.log('100,000 characters of one unit, the slowest');
console.table(hostile.sort((a, b) => b.ms - a.ms).slice(0, 6));

const starts = Array.from({ length: 5 }, () =>
  JSON.parse(execFileSync(process.execPath, ['--expose-gc', START], { encoding: 'utf8' })),
);
console.log(
  `start ${median(starts.map(({ ms }) => ms)).toFixed(0)} ms, memory ${median(starts.map(({ mb }) => mb)).toFixed(1)} MB`,
);
