import { expect, test } from '@jest/globals';
import { shortNames } from '../../tools/short-names.mjs';

/** What shadows, hoists, closes over, takes apart or stands for a property at the same time. */
const MODULE = `
import { basename as fileName, join } from 'node:path';
const hands = { words: { say: (text) => text + '!' }, config: { lang: 'fr' } };
var counter = 0;
function outer({ words, config: { lang }, ...rest }, [first = lang, , third] = ['a', 'b', 'c']) {
  var hoisted = first;
  { let hoisted = third; counter += hoisted.length; }
  for (const hoisted of [1, 2]) for (let index = 0; index < hoisted; index++) counter += index;
  try { throw { message: words.say(hoisted) }; } catch ({ message }) { { let words = message; counter += words.length; } }
  const self = function recur(depth) { return depth > 0 ? recur(depth - 1) + arguments.length : lang.length; };
  return { hoisted, lang, words: words === undefined, rest, total: self(3), ...((lang) => ({ lang }))(third) };
}
class Counter {
  #count = counter;
  static start = () => new Counter();
  get count() { return this.#count; }
  add(count = this.count) { let added; ({ count: added = 1, counter = counter } = { count }); return added + count; }
}
const Named = class Inner { static own = () => Inner.name.length > 0; };
switch (counter) { case -1: { let hands = 1; counter = hands; } default: { const hands = 2; counter += hands; } }
label: for (const hands in { a: 1 }) { if (hands === 'a') continue label; }
const result = JSON.stringify([
  outer(hands), Counter.start().add(), Counter.start().add(5), Named.own(), fileName('/a/b'), join('a', 'b'), typeof undeclared,
  [...'ab'].map((one, at, { length }) => \`\${one}\${at}\${length}\`),
]);
export { counter as total, outer as run, result };
`;

test('a module with short names says the same as before, to whoever imports it, too', async () => {
  const load = (code: string) => import(`data:text/javascript,${encodeURIComponent(code)}`) as Promise<object>;
  const short = shortNames(MODULE);
  const [before, after] = await Promise.all([load(MODULE), load(short)]);
  expect({ ...after, run: null }).toEqual({ ...before, run: null });
  expect(short.length).toBeLessThan(MODULE.length);
  expect(short).not.toMatch(/\b(added|Inner|recur)\b/);
});
