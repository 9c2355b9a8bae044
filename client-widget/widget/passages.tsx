import { render } from 'preact';
import type { PassageCounts } from '../../shared/passage.ts';
import { format } from '../../shared/messages/format.ts';
import type { PassageSentences } from '../../shared/messages/passage/sentences.ts';
import { ATTRIBUTES, readConfig, type Config } from './config.ts';
import { Icon } from './icon.tsx';
import { BUBBLE, marksOf, type Mark } from './marks.ts';
import { passageWords } from './passage-words.ts';
import css from './passages.css';
import { adopt } from './styles.ts';

/** What a panel does not take over from the element it belongs to. */
const OWN = new Set(['eager', 'json-ld', 'sort']);
/** News of many comments makes one request for all numbers, this long after the first, milliseconds. */
const RECOUNT_MS = 2000;

interface Shown {
  config: Config;
  remove: () => void;
}

const shown = new WeakMap<HTMLElement, Shown | null>();

/** Puts a bubble at the end of every marked passage, which opens its discussion below; anew whenever the element changes. */
export async function showPassages(element: HTMLElement): Promise<void> {
  shown.get(element)?.remove();
  shown.set(element, null);
  // Of several discussions on a page, the first is the article's.
  const isFirst = document.querySelector('tribune-comments:not([passage])') === element;
  if (!element.isConnected || !isFirst) return;
  const config = readConfig(element);
  const words = await passageWords(config);
  // Meanwhile it may have changed again, or be gone.
  if (shown.get(element) !== null || !element.isConnected) return;
  shown.set(element, show(element, config, words));
}

function show(element: HTMLElement, config: Config, words: PassageSentences): Shown {
  const counts = new Map<string, number>();
  const bubbles = marksOf(document).map((mark) => bubbleFor(mark, { element, config, words, counts, recount }));
  let due: ReturnType<typeof setTimeout> | undefined;
  async function recount(): Promise<void> {
    const found = await countPassages(config);
    for (const { mark, draw } of bubbles) {
      counts.set(mark.key, found.get(mark.key) ?? 0);
      draw();
    }
  }
  const changed = () => {
    due ??= setTimeout(() => {
      due = undefined;
      recount().catch(() => undefined);
    }, RECOUNT_MS);
  };
  element.addEventListener('tribune:count', changed);
  // Without numbers, the bubbles still lead to the discussions.
  recount().catch(() => undefined);
  return {
    config,
    remove() {
      clearTimeout(due);
      element.removeEventListener('tribune:count', changed);
      for (const { remove } of bubbles) remove();
    },
  };
}

async function countPassages({ base, site, thread }: Config): Promise<Map<string, number>> {
  const where = `${base}/v1/sites/${encodeURIComponent(site)}/passages?thread=${encodeURIComponent(thread)}`;
  const answer = await fetch(where, { credentials: 'omit' });
  if (!answer.ok) throw new Error(String(answer.status));
  const { items } = (await answer.json()) as PassageCounts;
  return new Map(items.map(({ passage, count }) => [passage, count]));
}

interface Around {
  element: HTMLElement;
  config: Config;
  words: PassageSentences;
  counts: Map<string, number>;
  recount: () => Promise<void>;
}

function bubbleFor(mark: Mark, around: Around) {
  const { config, words, counts } = around;
  const host = document.createElement('span');
  host.setAttribute(BUBBLE, mark.key);
  const root = host.attachShadow({ mode: 'open' });
  adopt(root, css);
  // What cannot hold anything is followed by it.
  if (mark.element.matches('img, video, audio, iframe, input, hr')) mark.element.after(host);
  else mark.element.append(host);
  let panel: HTMLElement | null = null;
  const toggle = () => {
    if (panel !== null) {
      panel.remove();
      panel = null;
      draw();
      root.querySelector('button')?.focus();
      return;
    }
    panel = panelFor(mark, around);
    panel.addEventListener('tribune:count', (event) => {
      counts.set(mark.key, (event as CustomEvent<{ count: number }>).detail.count);
      draw();
    });
    panel.addEventListener('keydown', (event) => event.key === 'Escape' && !event.defaultPrevented && toggle());
    place(panel, blockOf(host));
    draw();
  };
  const draw = () => {
    const n = counts.get(mark.key) ?? 0;
    const message = mark.question === null ? words.passage : words.question;
    const name = format(message, { n, question: mark.question ?? '' }, config.locale);
    render(<Bubble n={n} name={name} locale={config.locale} open={panel !== null} toggle={toggle} />, root);
    fit(host, root);
  };
  draw();
  const sizes = new ResizeObserver(() => fit(host, root));
  sizes.observe(blockOf(host));
  const remove = () => {
    sizes.disconnect();
    panel?.remove();
    render(null, root);
    host.remove();
  };
  return { mark, draw, remove };
}

interface BubbleProps {
  n: number;
  /** What it leads to, as a sentence. */
  name: string;
  locale: string;
  open: boolean;
  toggle: () => void;
}

function Bubble({ n, name, locale, open, toggle }: BubbleProps) {
  return (
    <button type="button" title={name} aria-expanded={open} onClick={toggle}>
      <span class="unseen">{name}</span>
      <Icon line="M4 5h16v11h-9l-4 4v-4H4z" />
      {n > 0 && <span aria-hidden="true">{new Intl.NumberFormat(locale).format(n)}</span>}
    </button>
  );
}

/** The discussion of one passage: an element as the article's own, dressed as the page dresses that. */
function panelFor({ key, question }: Mark, { element, config }: Around): HTMLElement {
  const panel = document.createElement('tribune-comments');
  for (const name of [...ATTRIBUTES, 'theme']) {
    const value = OWN.has(name) ? null : element.getAttribute(name);
    if (value !== null) panel.setAttribute(name, value);
  }
  panel.setAttribute('thread', config.thread);
  panel.setAttribute('passage', key);
  if (question !== null) panel.setAttribute('question', question);
  panel.setAttribute('eager', '');
  return panel;
}

/** The part of the page whose lines a bubble stands in. */
function blockOf(host: HTMLElement): HTMLElement {
  let block = host.parentElement ?? host;
  while (block.parentElement !== null && /^(inline|contents)/.test(getComputedStyle(block).display))
    block = block.parentElement;
  return block;
}

function place(panel: HTMLElement, block: HTMLElement): void {
  // Nothing can follow an item of a list or a cell but another one.
  if (/^(list-item|table)/.test(getComputedStyle(block).display)) block.append(panel);
  else block.after(panel);
}

/** A bubble takes no room, so that no line of the article moves. Where the last line has none left, it hangs below that. */
function fit(host: HTMLElement, root: ShadowRoot): void {
  const button = root.querySelector('button');
  if (button === null) return;
  button.classList.remove('below');
  const at = button.getBoundingClientRect();
  const room = blockOf(host).getBoundingClientRect();
  button.classList.toggle('below', at.right > room.right || at.left < room.left);
}
