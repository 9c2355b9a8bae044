import { expect, test } from '@jest/globals';
import { RETIRED_COMMENT_INDEXES } from '../../services/storage/comment-indexes.ts';
import { openStore } from '../../services/storage/store.ts';
import { storeUri } from '../support/bare-store.ts';
import { connect } from '../support/embedded-store.ts';

test('indexes of an earlier version go once those in their place are there, whoever starts, and an index of somebody else stays', async () => {
  const client = await connect(storeUri);
  const comments = client.db().collection('comments');
  const names = async (): Promise<string[]> => (await comments.indexes()).flatMap(({ name }) => name ?? []).sort();
  const made = await names();
  for (const [i, name] of RETIRED_COMMENT_INDEXES.entries())
    await comments.createIndex({ threadId: 1, listed: 1, [`field${i}`]: 1 }, { name });
  await comments.createIndex({ lang: 1 }, { name: 'of_the_operator' });
  expect(await names()).toEqual([...made, ...RETIRED_COMMENT_INDEXES, 'of_the_operator'].sort());

  const nodes = await Promise.all([openStore(storeUri), openStore(storeUri), openStore(storeUri)]);

  expect(await names()).toEqual([...made, 'of_the_operator'].sort());
  await Promise.all(nodes.map((node) => node.close()));
  await client.close();
});
