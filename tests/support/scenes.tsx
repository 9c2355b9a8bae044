import { createContext, render, type VNode } from 'preact';
import {
  useCallback,
  useContext,
  useEffect,
  useLayoutEffect,
  useMemo,
  useReducer,
  useRef,
  useState,
} from 'preact/hooks';

/**
 * Everything the widget's components do, in small: drawn by Preact and by what stands in its place, it has to look and happen
 * the same. Compiled twice by `renderers.ts`, and run in a page.
 */

interface Scene {
  items: string[];
  lang: string;
  extra: number;
  choice: string;
  text: string;
  on: boolean;
}

const Lang = createContext<string | null>(null);
let log: string[] = [];

function Item({ id }: { id: string }) {
  const lang = useContext(Lang);
  const [count, more] = useReducer((n: number) => n + 1, 0);
  const [late, setLate] = useState<string | null>(() => null);
  const button = useRef<HTMLButtonElement>(null);
  const label = useMemo(() => `${id} in ${lang}`, [lang]);
  const press = useCallback(() => more(0), []);
  useLayoutEffect(() => void log.push(`${id} laid out as ${button.current?.isConnected} ${lang}`), [lang]);
  useEffect(() => {
    log.push(`${id} came as ${button.current?.textContent}`);
    setLate('late');
    return () => void log.push(`${id} left`);
  }, []);
  return (
    <>
      {count > 0 && <b>{count}</b>}
      <button ref={button} type="button" class={late ?? undefined} aria-pressed={count % 2 === 1} onClick={press}>
        {label}
      </button>
      {count < 2 && <i role={count === 1 ? 'note' : undefined}>{[id, count]}</i>}
    </>
  );
}

/** The same object for the same item, as the list of comments does it: only the context brings news to it. */
const kept = new Map<string, VNode>();
function itemOf(id: string): VNode {
  const known = kept.get(id) ?? (
    <li key={id}>
      <Item id={id} />
    </li>
  );
  kept.set(id, known);
  return known;
}

function Board({ scene }: { scene: Scene }) {
  const { items, lang, extra, choice, text, on } = scene;
  const extras = [null, 'text', <em>one</em>, [<em>one</em>, 'two', 3], <Item key="extra" id="extra" />];
  const options = on ? ['new', 'old', 'best'] : ['best', 'new'];
  return (
    <Lang.Provider value={lang}>
      <div class={on ? 'on' : undefined} lang={lang} aria-busy={on} data-n={0} hidden={on}>
        {on && <p>first</p>}
        {items.length} of {text}
        {extras[extra]}
        <ol start={extra + 1}>{items.map(itemOf)}</ol>
        <svg viewBox="0 0 24 24" aria-hidden="true">
          {on && <path d="M0 0" />}
          <text text-anchor="middle">{text}</text>
        </svg>
        <form noValidate tabIndex={-1}>
          <select value={choice}>
            {options.map((option) => (
              <option key={option} value={option}>
                {option.toUpperCase()}
              </option>
            ))}
          </select>
          {on && <label for="text">before</label>}
          <textarea key="text" id="text" value={text} rows={on ? 4 : 1} />
          <input type="checkbox" checked={on} required={!on} />
        </form>
      </div>
    </Lang.Provider>
  );
}

/** The same numbers every time (Park and Miller's generator). */
function dice(): (sides: number) => number {
  let state = 11;
  return (sides) => (state = (state * 48_271) % 2_147_483_647) % sides;
}

function* scenes(): Generator<Scene> {
  const roll = dice();
  for (let n = 0; n < 30; n++) {
    const items = [...'abcdefg'].filter(() => roll(3) > 0);
    for (let swaps = roll(4); swaps > 0; swaps--) items.splice(roll(items.length + 1), 0, ...items.splice(roll(7), 1));
    const choice = roll(2) > 0 ? 'new' : 'best';
    yield {
      items,
      lang: 'fr en'.split(' ')[roll(2)] ?? '',
      extra: roll(5),
      choice,
      text: `t${roll(3)}`,
      on: roll(2) > 0,
    };
  }
}

/** A tree in words: what it says, its attributes, and what is chosen. */
function written(node: Node): string {
  if (node instanceof Text) return node.data;
  const below = [...node.childNodes].map(written).join('|');
  if (!(node instanceof Element)) return below;
  const attributes = [...node.attributes].map(({ name, value }) => ` ${name}=${value}`).sort();
  const { value, checked } = node as HTMLInputElement;
  return `<${node.namespaceURI?.slice(-4)} ${node.localName}${attributes.join('')} ${value} ${checked}>${below}</>`;
}

/** Until the effects have run, and what they set is drawn. */
const settled = () =>
  new Promise((resolve) => requestAnimationFrame(() => setTimeout(() => setTimeout(() => setTimeout(resolve, 5)))));

/** Plays all scenes; the answer is what was to be seen and what happened in each. */
export async function play(into: ShadowRoot): Promise<string[]> {
  const seen: string[] = [];
  const note = async () => {
    await settled();
    seen.push(written(into), log.sort().join('; '));
    log = [];
  };
  for (const scene of scenes()) {
    render(<Board scene={scene} />, into);
    await note();
    const buttons = [...into.querySelectorAll('button')];
    buttons.filter((_, at) => at % 2 === 0).forEach((button) => button.click());
    // What a reader changes is overruled only by a scene that says something else.
    into.querySelectorAll('textarea, select').forEach((field) => Object.assign(field, { value: 'new' }));
    await note();
  }
  // What does not move itself keeps the focus, whatever moves around it.
  const show = (...items: string[]) =>
    render(<Board scene={{ items, lang: 'en', extra: 0, choice: 'new', text: '', on: false }} />, into);
  show('a', 'b', 'c', 'd');
  [...into.querySelectorAll('button')].at(1)?.focus();
  for (const order of ['dabc', 'abcd', 'xbcd', 'bcdx', 'eabfc', 'b']) {
    show(...order);
    seen.push(`${order}: ${into.activeElement?.textContent}`);
  }
  render(null, into);
  await note();
  return seen;
}
