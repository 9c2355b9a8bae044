import { expect, test } from '@jest/globals';
import { recipientsOf } from '../../services/notifications/recipients.ts';
import type { CommentDoc } from '../../services/storage/comment-schema.ts';

const said = (authorId: string, text: string, more: object = {}): CommentDoc =>
  ({
    authorId,
    parentId: null,
    body: [{ t: 'p', c: [{ t: 'text', v: text }] }],
    mod: { vis: 'visible' },
    ...more,
  }) as never;
const mentions = [
  { personId: 'anne', name: 'Anne' },
  { personId: 'ben', name: 'Ben' },
];

test.each<[string, CommentDoc, CommentDoc | null, unknown[]]>([
  ['nobody of an ordinary comment', said('ben', 'Bonjour'), null, []],
  ['those it names, and not its author', said('ben', '@Anne, @Ben', { mentions }), null, ['anne mention']],
  ['those alone whose name an edit has left in', said('carl', '@Ben', { mentions }), null, ['ben mention']],
  ['who is answered', said('ben', 'Oui', { parentId: 'p' }), said('anne', '?'), ['anne reply']],
  [
    'who is answered and named, once',
    said('carl', '@Anne @Ben', { parentId: 'p', mentions }),
    said('anne', '?'),
    ['anne reply,mention', 'ben mention'],
  ],
  [
    'who is named, though what was answered is out of sight',
    said('carl', '@Anne', { parentId: 'p', mentions }),
    said('anne', '?', { mod: { vis: 'hidden' } }),
    ['anne mention'],
  ],
])('tells %s', (_, comment, parent, told) => {
  const { recipients } = recipientsOf(comment, parent);
  expect(recipients.map(({ personId, reasons }) => `${personId} ${reasons.join()}`)).toEqual(told);
});
