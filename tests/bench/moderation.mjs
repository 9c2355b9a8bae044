// How fast the text engine reads, in MB per second of processor time, how long hostile texts take, and what it costs to tell
// a comment's language.
import { detectLanguage } from '../../dist/services/moderation/language.js';
import { create } from '../../dist/services/moderation/text/engine.js';

const ARTICLE =
  "Le conseil municipal s'est réuni jeudi soir pour débattre du budget 2025. Le maire a rappelé que la réfection de la " +
  "rue des Écoles, prévue au printemps, sera achevée avant l'été. Plusieurs habitants ont demandé pourquoi le concours " +
  "de fleurissement a été annulé ; l'adjointe leur a répondu qu'il serait reporté d'un an, faute de candidats. ";
const HOSTILE = [
  'a',
  'f.',
  ' ',
  '💩',
  '\u200b',
  'f u c ',
  '\n',
  '@',
  '4',
  'm*',
  's*s* ',
  'c*n**rd ',
  'me\nrd ',
  'merde ',
];

const engine = create();

function throughput(text) {
  const bytes = Buffer.byteLength(text);
  for (let i = 0; i < 1000; i++) engine.check(text, 'fr');
  const start = process.cpuUsage();
  let rounds = 0;
  while (process.cpuUsage(start).user < 1e6) {
    for (let i = 0; i < 100; i++) engine.check(text, 'fr');
    rounds += 100;
  }
  const { user, system } = process.cpuUsage(start);
  return (bytes * rounds) / (user + system);
}

/** The best of ten: what the work takes, not what else the machine does. */
function milliseconds(text) {
  let best = Infinity;
  for (let i = 0; i < 10; i++) {
    const start = performance.now();
    engine.check(text, 'fr');
    best = Math.min(best, performance.now() - start);
  }
  return best;
}

for (const size of [200, 2_000, 10_000]) {
  const text = ARTICLE.repeat(Math.ceil(size / ARTICLE.length)).slice(0, size);
  console.log(`clean, ${size} characters: ${throughput(text).toFixed(1)} MB per CPU second`);
}
for (const unit of HOSTILE) {
  const time = milliseconds(unit.repeat(5_000 / unit.length));
  console.log(`hostile ${JSON.stringify(unit)}, 5,000 characters: ${time.toFixed(2)} ms`);
}

const comment = ARTICLE.slice(0, 200);
let best = Infinity;
for (let i = 0; i < 20; i++) {
  const start = performance.now();
  for (let j = 0; j < 5000; j++) detectLanguage(comment);
  best = Math.min(best, (performance.now() - start) / 5);
}
console.log(`language of 200 characters: ${best.toFixed(1)} µs`);
