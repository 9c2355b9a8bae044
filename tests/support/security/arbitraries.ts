import fc from 'fast-check';
import { addressOf, withAt, type ApiDocument, type Operation } from './operations.mjs';

/** A request as somebody sends it. */
export interface Sent {
  address: string;
  body: unknown;
}

/** Texts that have undone others: too long, empty, of half a character, of what a query or a template language reads. */
const TEXTS = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.constantFrom(
    ...['', ' ', '\0', '\ud800', '\u202e', '$where', '__proto__', 'constructor', '../..', '%00', '{{7*7}}', '${7*7}'],
    ...['null', '0', '-1', '1e309', '9007199254740993', '0000-00-00', 'a'.repeat(1000), '👩‍👩‍👧'.repeat(50), "');--", '[]'],
  ),
);

/** Anything JSON can say, with the keys that others have taken for orders. */
const ANYTHING: fc.Arbitrary<unknown> = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 3, depthSize: 'small' },
    TEXTS,
    fc.constantFrom(null, true, 0, -0, 1.5, -1, 2 ** 53, 1e308),
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(fc.constantFrom('$ne', '$where', '$gt', '_id', 'constructor', 'length', 'toString'), tie('value'), {
      maxKeys: 3,
    }),
  ),
})).value;

/**
 * Requests to an operation: as it should be, with one or two things other than they should be, and with anything anywhere.
 * @param params values of the path's parameters where what is there matters
 */
export function requestsTo(
  operation: Operation,
  document: ApiDocument,
  params: Record<string, string>,
): fc.Arbitrary<Sent> {
  const shape = fc.constantFrom(...operation.shapes);
  const right = addressOf(operation, document, { params });
  const valid = shape.map(({ value }): Sent => ({ address: right, body: value }));
  const nearly = shape.chain(({ value, places }): fc.Arbitrary<Sent> => {
    const query = queryOf(operation, fc.oneof({ weight: 3, arbitrary: exampleText }, { weight: 1, arbitrary: TEXTS }));
    if (places.length === 0) return query.map((text) => ({ address: at(text), body: value }));
    const [first = []] = places.map((place) => place.at);
    return fc
      .tuple(query, fc.constantFrom(first, ...places.map((place) => place.at)), ANYTHING)
      .map(([text, place, other]) => ({ address: at(text), body: withAt(value, place, other) }));
  });
  const hostile = fc
    .tuple(
      queryOf(operation, TEXTS),
      operation.body === null ? fc.constant(undefined) : ANYTHING,
      fc.dictionary(fc.constantFrom(...names(operation, 'path'), 'none'), TEXTS.filter(isInPath)),
    )
    .map(([query, body, path]): Sent => ({ address: addressOf(operation, document, { params: path, query }), body }));
  const at = (query: string): string => addressOf(operation, document, { params, query });
  return fc.oneof(valid, nearly, hostile);
}

const exampleText = fc.constantFrom('demo', '1', 'un mot', '2026-01-02T03:04:05.000Z', 'newest');
const isWhole = (text: string): boolean => !/\p{Cs}/u.test(text);
/** What would make it another path, or none at all. */
const isInPath = (text: string): boolean => text !== '' && isWhole(text) && !/^\.{1,2}$/.test(text);

function names(operation: Operation, place: 'path' | 'query'): string[] {
  return operation.parameters.filter((one) => one.in === place).map(({ name }) => name);
}

function queryOf(operation: Operation, texts: fc.Arbitrary<string>): fc.Arbitrary<string> {
  const known = names(operation, 'query');
  if (known.length === 0) return fc.constant('');
  const pair = fc.tuple(fc.constantFrom(...known), texts).map(([name, text]) => `${name}=${encode(text)}`);
  return fc.array(pair, { maxLength: known.length }).map((pairs) => pairs.join('&'));
}

/** Half a character cannot be encoded; it goes as the bytes some clients send. */
const encode = (text: string): string => (isWhole(text) ? encodeURIComponent(text) : '%ED%A0%80');
