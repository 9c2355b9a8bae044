import type { CommentId } from '../../shared/ids.ts';
import { useWidget } from './context.ts';

/** What the reader has sent and is not posted yet, below what it answers; if that is not on the page, over the list. */
export function OnItsWay({ below }: { below?: CommentId }) {
  const { unsent, comments } = useWidget().state;
  const here = unsent.filter(({ body: { parentId } }) =>
    below ? parentId === below : !parentId || !comments.has(parentId),
  );
  if (here.length === 0) return null;
  return (
    <ol>
      {here.map((item) => (
        <li key={item.key}>
          <item.Line item={item} />
        </li>
      ))}
    </ol>
  );
}
