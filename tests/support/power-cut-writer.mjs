// The store under a storm of writes, in a process that can be watched: `FOLDER ACKS OPERATIONS` are its arguments.
// Before each write it notes in the file ACKS what it is about to do, and after the acknowledgement that it is done.
import { openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import mongoose from 'mongoose';
import { serve } from '../../dist/services/embedded-mongo/server.js';
import { Store } from '../../dist/services/embedded-mongo/store/store.js';

const [folder, acks, operations] = process.argv.slice(2);
const notes = openSync(acks, 'a');
const note = (what, id, stage) => writeSync(notes, `${what} ${id} ${stage}\n`);
const fail = (error) => {
  console.error(error);
  process.exit(1);
};
const store = new Store(folder, fail);
const socket = join(folder, 'store.sock');
const server = await serve(store, { socket }, fail);
const client = await new mongoose.mongo.MongoClient(`mongodb://${encodeURIComponent(socket)}/tribune`).connect();
const rows = client.db().collection('rows');
await rows.createIndex({ key: 1 }, { unique: true });
await rows.createIndex({ list: 1, _id: -1 });

async function staged(id, stage, write) {
  note('try', id, stage);
  await write();
  note('ack', id, stage);
}

/** Rows are born, grow, and two in three are deleted, so that pages are freed and used again. */
async function writer(number) {
  for (let i = 0; i < Number(operations) / 8; i++) {
    const id = `${number}-${i}`;
    const body = id.repeat(1 + ((i * 37) % 200));
    await staged(id, 1, () => rows.insertOne({ _id: id, key: id, stage: 1, body, list: [number, id] }));
    await staged(id, 2, () =>
      rows.updateOne({ _id: id }, { $set: { stage: 2, more: body }, $push: { list: 'again' } }),
    );
    if (i % 3 > 0) await staged(id, 3, () => rows.deleteOne({ _id: id }));
  }
}
await Promise.all(Array.from({ length: 3 }, (_, number) => writer(number)));
await client.close();
await server.close();
await store.close();
