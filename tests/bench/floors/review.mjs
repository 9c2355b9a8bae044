// The floor of the review queue: what one would write at first. Express, the driver and the same store; a claim is one guarded
// update, a decision another one and its event. No roles, no checks, no chain of events, nobody is told, nothing is taken back.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import express from 'express';
import mongoose from 'mongoose';
import { startStore } from '../../../dist/services/embedded-mongo/child.js';
import { ROOT } from '../measure.mjs';
import { docOf } from '../review-data.mjs';

const COMMENTS = Number(process.env.COMMENTS);
const CLAIM_MS = 90_000;
const folder = mkdtempSync(join(tmpdir(), 'floor-'));
const log = { debug() {}, info() {}, warn() {}, error: console.error };
const entry = join(ROOT, 'dist/bin/embedded-mongo.js');
const child = await startStore({ path: join(folder, 'store'), entry, log });
const connection = await mongoose.createConnection(child.uri).asPromise();
const comments = connection.collection('comments');
const events = connection.collection('events');
const ORDER = { 'mod.priority': -1, 'mod.queuedAt': 1, _id: 1 };
await comments.createIndex(ORDER, { partialFilterExpression: { 'mod.queue': { $exists: true } } });
await events.createIndex({ commentId: 1, at: 1 });
for (let from = 0; from < COMMENTS; from += 1000)
  await comments.insertMany(
    Array.from({ length: Math.min(1000, COMMENTS - from) }, (_, k) => docOf(from + k, true)),
    { ordered: false },
  );

const decided = (act, by) => ({
  $set: { 'mod.vis': act === 'approve' ? 'visible' : 'hidden', 'mod.review': 'closed', 'mod.outcome': { act, by } },
  $unset: { 'mod.queue': 1, 'mod.queuedAt': 1, 'mod.priority': 1, 'mod.priorityParts': 1, 'mod.claim': 1 },
  $inc: { 'mod.v': 1 },
});
const eventOf = (commentId, act, by) => ({ commentId, act, by, at: new Date() });

const app = express();
app.use(express.json({ limit: '1mb' }));
app.post('/next', async (req, res) => {
  const at = new Date();
  const card = await comments.findOneAndUpdate(
    {
      'mod.queue': { $exists: true },
      $or: [{ 'mod.claim': { $exists: false } }, { 'mod.claim.until': { $lte: at } }],
    },
    { $set: { 'mod.claim': { by: req.body.desk, until: new Date(at.getTime() + CLAIM_MS) } } },
    { sort: ORDER, returnDocument: 'after' },
  );
  res.json({ card: { id: card._id, v: card.mod.v, ...card } });
});
app.post('/many', async (req, res) => {
  const { ids } = req.body;
  await comments.bulkWrite(
    ids.map((_id) => ({ updateOne: { filter: { _id, 'mod.v': 1 }, update: decided('approve', 'floor') } })),
    { ordered: false },
  );
  await events.insertMany(ids.map((id) => eventOf(id, 'approve', 'floor')));
  res.json({ done: ids.length });
});
app.post('/:id/decision', async (req, res) => {
  const { action, expectedV, desk } = req.body;
  const card = await comments.findOneAndUpdate(
    { _id: req.params.id, 'mod.v': expectedV, 'mod.claim.by': desk },
    decided(action, desk),
    { returnDocument: 'after' },
  );
  await events.insertOne(eventOf(card._id, action, desk));
  res.json({ card });
});
const server = app.listen(0, '127.0.0.1', () => console.log(`port ${server.address().port}`));
process.once('SIGTERM', async () => {
  server.closeAllConnections();
  await connection.close();
  await child.stop();
  rmSync(folder, { recursive: true, force: true });
  process.exit(0);
});
