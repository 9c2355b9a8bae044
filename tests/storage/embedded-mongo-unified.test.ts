import { afterAll, beforeAll, describe, test } from '@jest/globals';
import { bootEmbedded, type TestStore } from '../support/embedded-store.ts';
import { runCase } from '../support/unified-format.ts';
import { AGGREGATING } from './unified/aggregating.ts';
import { BULK_WRITING } from './unified/bulk-writing.ts';
import { CHANGING } from './unified/changing-and-refusing.ts';
import { INSERTING } from './unified/inserting.ts';
import { READING } from './unified/reading.ts';
import { UPDATING } from './unified/updating.ts';

let store: TestStore;
beforeAll(async () => {
  store = await bootEmbedded();
});
afterAll(() => store.close());

describe.each([...READING, ...AGGREGATING, ...INSERTING, ...UPDATING, ...BULK_WRITING, ...CHANGING])(
  '$description',
  (suite) => {
    test.each(suite.tests)('$description', async (one) => {
      await runCase(store, suite, one);
    });
  },
);
