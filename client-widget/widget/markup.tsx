import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { Block, Inline } from '../../shared/markdown.ts';
import { useWidget } from './context.ts';

/** A comment's tree as nodes. The tree holds no HTML, and nothing here makes any. */
export const markupOf = (blocks: readonly Block[]) => blocks.map((block) => <div dir="auto">{drawBlock(block)}</div>);

function drawBlock(block: Block): ComponentChildren {
  switch (block.t) {
    case 'p':
      return <p>{block.c.map(drawInline)}</p>;
    case 'pre':
      return (
        <pre tabIndex={0}>
          <code>{block.v}</code>
        </pre>
      );
    case 'blockquote':
      return <blockquote>{block.c.map(drawBlock)}</blockquote>;
    case 'ul':
      return <ul>{block.items.map(drawItem)}</ul>;
    case 'ol':
      return <ol start={block.start}>{block.items.map(drawItem)}</ol>;
  }
}

const drawItem = (item: readonly Block[]) => <li>{item.map(drawBlock)}</li>;

function drawInline(node: Inline): ComponentChildren {
  switch (node.t) {
    case 'text':
      return node.v;
    case 'br':
      return <br />;
    case 'code':
      return <code>{node.v}</code>;
    case 'a':
      return drawLink(node.href, node.c.map(drawInline));
    case 'spoiler':
      return <Spoiler>{node.c.map(drawInline)}</Spoiler>;
    default: {
      const Tag = node.t;
      return <Tag class={'mention' in node ? 'mention' : undefined}>{node.c.map(drawInline)}</Tag>;
    }
  }
}

/** The service lets only these addresses through; looked at again here, as this is where they become clickable. */
function drawLink(href: string, content: ComponentChildren) {
  if (!/^(https?|mailto):/i.test(href)) return content;
  return (
    <a href={href} rel="nofollow ugc noopener noreferrer" target="_blank">
      {content}
    </a>
  );
}

function Spoiler({ children }: { children: ComponentChildren }) {
  const { words } = useWidget();
  const [shown, setShown] = useState(false);
  if (shown) return <span class="spoiler">{children}</span>;
  return (
    <button type="button" class="spoiler" onClick={() => setShown(true)}>
      {words.say(words.reader.spoiler)}
    </button>
  );
}
