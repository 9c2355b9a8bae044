import { expect, test } from '@jest/globals';
import { buildIndex } from '../../services/embedded-mongo/store/build-index.ts';
import { parseIndexSpec } from '../../services/embedded-mongo/store/index-spec.ts';
import { Store } from '../../services/embedded-mongo/store/store.ts';
import { expireDocuments } from '../../services/embedded-mongo/ttl.ts';
import { bson } from '../support/raw-wire.ts';
import { storeFolder } from '../support/embedded-store.ts';

const NOW = Date.UTC(2030, 0, 1);

test.each([1, -1])('documents go when their time has come, and no others (order %i)', async (direction) => {
  const { path, remove } = await storeFolder();
  const store = new Store(path, (error) => {
    throw error;
  });
  const spec = bson({ key: { at: direction }, name: 'ttl', expireAfterSeconds: 60 });
  const id = await store.write(() => {
    const collection = store.catalogue.ensure('db', 'things');
    const index = parseIndexSpec(spec, store.catalogue.takeId());
    store.catalogue.addIndex(collection, index);
    const ages: [string, unknown][] = [
      ['old', new Date(NOW - 61_000)],
      ['very old', new Date(-5)],
      ['one of several', [new Date(NOW), new Date(NOW - 100_000)]],
      ['young', new Date(NOW - 59_000)],
      ['to come', new Date(NOW + 1_000)],
      ['no date', 5],
      ['none', null],
    ];
    for (const [_id, at] of ages) store.documents.insert(collection, bson({ _id, at }));
    return index.id;
  });
  await buildIndex(store, 'db.things', id);
  expect(await expireDocuments(store, NOW)).toBe(3);
  const collection = store.find('db.things')!;
  expect(collection.count).toBe(4);
  expect((await store.check(collection)).findings.texts).toEqual([]);
  expect(await expireDocuments(store, NOW)).toBe(0);
  expect(await expireDocuments(store, NOW + 120_000)).toBe(2);
  await store.close();
  await remove();
});
