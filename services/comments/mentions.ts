import type { PersonId, ThreadId } from '../../shared/ids.ts';
import { plainText, type Block, type Inline } from '../../shared/markdown.ts';
import type { Mention } from '../storage/comment-about.ts';
import type { Participant } from '../storage/passage-queries.ts';

/** Names that one author may have gone by in a thread and still be found by. */
const NAMES_LOOKED_AT = 20;

export interface MentionDeps {
  comments: {
    namesIn(threadId: ThreadId, authorId: PersonId, limit: number): Promise<Participant[]>;
  };
}

/**
 * Who a text mentions, of those its author says it does: people with a comment in sight in the same thread, one of whose names
 * there stands in the text after an @. Who is none of that is left out, so that nothing can be learned of anybody this way.
 */
export async function findMentions(
  deps: MentionDeps,
  { threadId, body, claimed }: { threadId: ThreadId; body: Block[]; claimed: readonly string[] },
): Promise<Mention[]> {
  const text = plainText(body);
  if (claimed.length === 0 || !text.includes('@')) return [];
  const ids = [...new Set(claimed)] as PersonId[];
  const found = await Promise.all(ids.map((id) => deps.comments.namesIn(threadId, id, NAMES_LOOKED_AT)));
  return found.flatMap((comments): Mention[] => {
    // Of "Anne" and "Anne Roche", the longer one is meant where it stands.
    const said = comments
      .filter(({ authorName }) => text.includes(`@${authorName}`))
      .sort((a, b) => b.authorName.length - a.authorName.length)[0];
    return said === undefined ? [] : [{ personId: said.authorId, name: said.authorName }];
  });
}

/** Those of a comment's mentions that its text still holds, whatever became of it since. */
export function standingMentions(body: readonly Block[], mentions: readonly Mention[] = []): Mention[] {
  if (mentions.length === 0) return [];
  const text = plainText(body);
  return mentions.filter(({ name }) => text.includes(`@${name}`));
}

/** A comment's tree with the names of those it mentions marked; the same tree if it mentions nobody. */
export function withMentions(body: Block[], mentions: readonly Mention[] = []): Block[] {
  if (mentions.length === 0) return body;
  // The longest first, so that no name hides one that it is the beginning of.
  const names = mentions.map(({ name }) => name).sort((a, b) => b.length - a.length);
  return body.map((block) => markBlock(block, names));
}

function markBlock(block: Block, names: readonly string[]): Block {
  const mark = (inner: Block): Block => markBlock(inner, names);
  switch (block.t) {
    case 'p':
      return { ...block, c: block.c.flatMap((node) => markInline(node, names)) };
    case 'pre':
      return block;
    case 'blockquote':
      return { ...block, c: block.c.map(mark) };
    case 'ul':
    case 'ol':
      return { ...block, items: block.items.map((item) => item.map(mark)) };
  }
}

function markInline(node: Inline, names: readonly string[]): Inline[] {
  switch (node.t) {
    case 'text':
      return markText(node.v, names);
    // A name within a link is the link's.
    case 'br':
    case 'code':
    case 'a':
      return [node];
    default:
      return [{ ...node, c: node.c.flatMap((inner) => markInline(inner, names)) }];
  }
}

function markText(text: string, names: readonly string[]): Inline[] {
  for (const name of names) {
    const at = text.indexOf(`@${name}`);
    if (at < 0) continue;
    const after = at + 1 + name.length;
    return [
      ...markText(text.slice(0, at), names),
      { t: 'strong', mention: true, c: [{ t: 'text', v: `@${name}` }] },
      ...markText(text.slice(after), names),
    ];
  }
  return text === '' ? [] : [{ t: 'text', v: text }];
}
