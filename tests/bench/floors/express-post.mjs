// The floor of writing: Express, zod, a token checked by HMAC, Markdown, a Set of words, one durable LMDB write each.
import { createHmac, timingSafeEqual } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import badwords from 'badwords-list';
import express from 'express';
import { open } from 'lmdb';
import createMarkdownIt from 'markdown-it';
import { z } from 'zod';

const database = open({ path: join(mkdtempSync(join(tmpdir(), 'floor-')), 'data'), noSync: false });
const words = new Set(badwords.array);
const md = createMarkdownIt();
const schema = z.strictObject({
  thread: z.strictObject({ key: z.string().min(1).max(300) }),
  author: z.strictObject({ name: z.string().min(3).max(50) }),
  text: z.string().min(1).max(5000),
});
const key = 'a key that is long enough for this';
const sign = (subject) => createHmac('sha256', key).update(subject).digest();
let n = 0;

const app = express();
app.use(express.json({ limit: '32kb' }));
app.post('/', (req, res) => {
  const [subject, signature = ''] = String(req.get('authorization')).slice(7).split('.');
  const given = Buffer.from(signature, 'base64url');
  if (given.length !== 32 || !timingSafeEqual(given, sign(subject))) return res.status(401).end();
  const { author, text, thread } = schema.parse(req.body);
  const html = md.render(text);
  const held = text
    .toLowerCase()
    .split(/\W+/)
    .some((word) => words.has(word));
  const doc = { id: `${Date.now()}-${(n += 1)}`, author, text, thread, html, held, at: new Date().toISOString() };
  database.putSync(doc.id, doc);
  res.status(201).json(doc);
});
const server = app.listen(0, '127.0.0.1', () =>
  console.log(`token anna.${sign('anna').toString('base64url')}\nport ${server.address().port}`),
);
