// Names of a module made short, so that it is packed small: what is called alike in the source is called alike here, wherever it can
// be. A function that takes `{ hands, words }` apart then looks like every other one that does, letter by letter, which is what a packer
// looks for; other minifiers give names by turns, and the same line is another one in every function.
import ts from 'typescript';
import { scopesOf } from './scopes.mjs';

const LETTERS = [...'etnrsiaolcdupmhgfvbwykxSTIARCEDLPMNOFBUHGVWjqzKXYJQZ_$'];
const WORDS = new Set(['as', 'do', 'if', 'in', 'is', 'of']);
const NAMES = [
  ...LETTERS,
  ...LETTERS.flatMap((first) => LETTERS.map((second) => first + second)).filter((name) => !WORDS.has(name)),
];

/**
 * @param {string} code a module, minified but for its names
 * @returns {string} the same with short names; those of imports and exports in other modules stay as they are
 * @throws Error if anything means something else than before
 */
export function shortNames(code) {
  const before = scopesOf(code);
  const wished = wishes(before.root);
  give(before.root, wished);
  const after = rewritten(code, before.places);
  const was = meaning(before.places);
  const is = meaning(scopesOf(after).places);
  if (was !== is) throw new Error('a short name has come to mean something else than the long one');
  return after;
}

/** What is bound alike, in the order of the text; what is bound to nothing goes by its name. */
function meaning(places) {
  const seen = new Map();
  return places
    .map(({ binding }) => {
      if (binding.scope === null) return binding.was;
      if (!seen.has(binding)) seen.set(binding, seen.size);
      return seen.get(binding);
    })
    .join();
}

/**
 * The letter each name would like to have: the most frequent chooses first, and takes the one that is least needed where it is needed.
 * @returns {Map<string, string>}
 */
function wishes(root) {
  const count = new Map();
  const together = new Map();
  const look = ({ own, used, below }) => {
    const known = new Set([...used, ...own.values()].map(({ was }) => was));
    for (const { was, places } of own.values()) {
      // In many functions counts for more than many times in one.
      count.set(was, (count.get(was) ?? 0) + Math.sqrt(places.length));
      for (const other of known) {
        const pair = [was, other].sort().join(' ');
        together.set(pair, (together.get(pair) ?? 0) + 1);
      }
    }
    below.forEach(look);
  };
  look(root);
  const holders = new Map(LETTERS.map((letter) => [letter, []]));
  const costOf = (name, letter) =>
    holders.get(letter).reduce((sum, other) => sum + (together.get([name, other].sort().join(' ')) ?? 0), 0);
  const wished = new Map();
  for (const [name] of [...count].sort(([, a], [, b]) => b - a)) {
    const costs = LETTERS.map((letter) => costOf(name, letter));
    const letter = LETTERS[costs.indexOf(Math.min(...costs))];
    holders.get(letter).push(name);
    wished.set(name, letter);
  }
  return wished;
}

/** Gives every binding a name that nothing else has where it is known, from the outside to the inside. */
function give({ own, used, beside, below }, wished) {
  const taken = new Set([...used, ...(beside?.own.values() ?? [])].map(({ name }) => name));
  for (const binding of [...own.values()].sort((a, b) => b.places.length - a.places.length)) {
    const wish = wished.get(binding.was);
    binding.name = taken.has(wish) ? NAMES.find((name) => !taken.has(name)) : wish;
    taken.add(binding.name);
  }
  for (const scope of below) give(scope, wished);
}

function rewritten(code, places) {
  let after = '';
  let at = 0;
  for (const place of places) {
    const [start, end, text] = spelled(place);
    after += code.slice(at, start) + text;
    at = end;
  }
  return after + code.slice(at);
}

/** What stands in a place from now on. What is a property's name, too, stays one: `{a}` is `{a:b}`, or `{b}` where that was `{b:a}`. */
function spelled({ id, binding: { name } }) {
  const { parent } = id;
  const whole = [parent.getStart(), parent.end];
  if (ts.isImportSpecifier(parent)) return [...whole, joined((parent.propertyName ?? id).text, name, ' as ')];
  if (ts.isExportSpecifier(parent)) return [...whole, joined(name, parent.name.text, ' as ')];
  const here = [id.getStart(), id.end];
  if (ts.isShorthandPropertyAssignment(parent) && parent.name === id) return [...here, joined(id.text, name, ':')];
  if (!ts.isBindingElement(parent) || parent.name !== id || parent.dotDotDotToken) return [...here, name];
  if (!ts.isObjectBindingPattern(parent.parent)) return [...here, name];
  if (parent.propertyName === undefined) return [...here, joined(id.text, name, ':')];
  if (ts.isIdentifier(parent.propertyName) && parent.propertyName.text === name)
    return [parent.getStart(), id.end, name];
  return [...here, name];
}

const joined = (before, after, by) => (before === after ? before : before + by + after);
