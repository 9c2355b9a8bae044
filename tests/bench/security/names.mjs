// unicode-names.json: a name `value`, whom it imitates (`target`), and `expect`.
import { cut } from './service.mjs';

/** A name that nothing may come of; where it is somebody's, that somebody is of the team. */
const refused = ({ status }) => (status >= 400 && status < 500 ? '' : `accepted, ${status}`);
const fine = ({ status }) => (status < 300 ? '' : `refused, ${status}`);

const unchanged = (answer, value) =>
  fine(answer) || (answer.json.author.name === value.normalize('NFC') ? '' : `is called ${answer.json.author.name}`);
const answered400 = ({ status }) => (status === 400 ? '' : `answered ${status}`);
const oneLine = (answer) => (/[\n\r\u2028\u2029]/.test(answer.json?.author?.name ?? '') ? 'kept' : '');
/** Refused, held for a moderator, or told to one beside the comment. */
const flagged = (answer) => (answer.status === 201 ? 'published, and nobody is told' : '');
function fewMarks({ json }, _, expect) {
  const most = Number(/(\d+)/.exec(expect)?.[1] ?? 4);
  return new RegExp(`\\p{M}{${most + 1}}`, 'u').test(json?.author?.name ?? '') ? 'marks are piled up' : '';
}

/** What must come of posting under a name, by the words of `expect`; of what it leaves to us, the mildest. */
const JUDGED = [
  [/combining|marks/i, fewMarks],
  [/strip|normalis|normaliz/i, oneLine],
  [/flag|hold|held/i, flagged],
  [/literal|accept|allow|unchanged|valid|^ok/i, unchanged],
  [/reject-400|^400/i, answered400],
  [/reject|collide|refuse/i, refused],
];

export async function names(cases, { report, service }) {
  const tally = report.of('names that deceive');
  const reader = await service.guest();
  const targets = new Set(cases.filter(({ expect }) => /collide/.test(expect)).map(({ target }) => target));
  for (const target of targets)
    // Two targets may be one name to the eye, of which the team has one.
    if (target !== '') await service.member(target).catch((error) => ignoreTaken(error));
  service.skip(6000); // until the new names are known
  let n = 0;
  for (const item of cases) {
    const { value, expect } = item;
    const raw = /^((?:\\u[0-9a-f]{4})+)/i.exec(value)?.[1];
    if (typeof value !== 'string') {
      tally.skip(item, 'is no text');
      continue;
    }
    if (/isolated/i.test(expect)) {
      await tally.judge(item, () => isolated(service, reader, value));
      continue;
    }
    const judge = JUDGED.find(([pattern]) => pattern.test(expect))?.[1];
    if (judge === undefined) {
      tally.skip(item, `nobody knows what “${expect}” is`);
      continue;
    }
    await tally.judge(item, async () => {
      const text = `bonjour ${(n += 1)}`;
      const answer =
        raw === undefined
          ? await service.post(reader, text, { name: value, thread: 'names' })
          : await sendRaw(service, reader, { text, name: raw });
      return answer.status >= 500 ? `answered ${answer.status}` : judge(answer, value, expect);
    });
  }
}

function ignoreTaken(error) {
  if (!error.message.includes('name-taken')) throw error;
}

/** The escape as it is written, which no encoder of ours would write. */
function sendRaw(service, reader, { text, name }) {
  const body = `{"thread":{"key":"names"},"author":{"name":"Jean ${name}"},"text":"${text}"}`;
  const headers = { ...reader.auth, 'Content-Type': 'application/json' };
  return service.send('POST', '/v1/sites/demo/comments', { headers, body });
}

/** Paragraphs end what a text has begun (UAX #9, P1), so what is left is that it is in paragraphs, and that lists isolate it. */
async function isolated(service, reader, value) {
  const answer = await service.post(reader, cut(value, 5000), { thread: 'names' });
  if (answer.status >= 400) return '';
  const isInBlocks = answer.json.body.every(({ t }) => ['p', 'pre', 'blockquote', 'ul', 'ol'].includes(t));
  const { json } = await service.send('GET', '/v1/sites/demo/feed.json?thread=names');
  const turned = json.items.filter(({ title }) => /[\u202A-\u202E]/u.test(title));
  return [isInBlocks ? '' : 'is in no block', turned.length === 0 ? '' : 'turns the title of a feed'];
}
