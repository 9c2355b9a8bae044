import Sequencer from '@jest/test-sequencer';

/** Suites that take much longer than their files' sizes tell, which is all that is known of them in a fresh clone. */
const LONG = ['review-storm', 'mail-crash', 'api/crash', 'store-away', 'text-engine-properties', 'fan-out'];

/** Has the long suites start first, so that no worker is left with one when the other has nothing more to do. */
export default class LongestFirst extends Sequencer {
  sort(tests) {
    const isLong = ({ path }) => LONG.some((name) => path.replaceAll('\\', '/').endsWith(`${name}.test.ts`));
    const sorted = super.sort(tests);
    return [...sorted.filter(isLong), ...sorted.filter((test) => !isLong(test))];
  }
}
