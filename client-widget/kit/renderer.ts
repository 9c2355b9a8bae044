/**
 * Draws the widget's components: what of Preact they use, with Preact's names and meaning, in a quarter of its bytes. In the
 * widget's bundle this stands where components import `preact`, whose types they are compiled against, and `hooks.ts` where
 * they import `preact/hooks`. Class components, error boundaries, hydration and references that are functions are left out.
 */

export type Props = Record<string, unknown>;
export type Component = (props: Props) => unknown;

/** What is to be drawn: an element by its name, a text, or a component. The same object again means that nothing is new in it. */
export interface Wish {
  type: string | Component;
  props: Props;
  key?: unknown;
}

/** What one call of a hook keeps between two drawings. */
export interface Hook {
  value?: unknown;
  deps?: readonly unknown[] | undefined;
  run?: () => (() => void) | undefined;
  undo?: (() => void) | undefined;
}

/** An element, a text or a component that is drawn. */
export interface Instance {
  wish: Wish;
  above: Instance | null;
  /** Null where a child draws nothing, so that what follows keeps its place. */
  below: (Instance | null)[];
  depth: number;
  isSvg: boolean;
  isGone: boolean;
  /** Null for components, which have no node of their own. */
  node: Node | null;
  hooks: Hook[];
  /** Which hook is called next. */
  at: number;
  /** What is to run once all is in the page, and what in a task of its own after that. */
  layoutEffects: Hook[];
  effects: Hook[];
  /** Who has asked for the value that this provider gives. */
  readers?: Set<Instance>;
  handlers: Record<string, unknown>;
  handleEvent(event: Event): void;
}

const SVG = 'http://www.w3.org/2000/svg';
const TEXT = '';
const NONE: Props = {};

/** The component that is being drawn, for its hooks. */
export let current: Instance;
const roots = new WeakMap<Node, Instance>();
/** Components to be drawn anew. */
const dirty = new Set<Instance>();
/** Elements that were drawn, and components with effects to run; in each set, what is inside comes before what is around it. */
const touched = new Set<Instance>();
const laidOut = new Set<Instance>();
const shown = new Set<Instance>();
let willDraw = false;
let willRun = false;

export const Fragment: Component = ({ children }) => children;
export const jsx = (type: Wish['type'], props: Props, key?: unknown): Wish => ({ type, props, key });
export { jsx as jsxs };

/** A value for all that is below its provider; null without one. */
export const createContext = (): { Provider: Component } => ({ Provider: ({ children }) => children });

/** Draws a tree into a node that holds nothing else. Null takes it away. */
export function render(wish: Wish | null, into: Node): void {
  const root = roots.get(into) ?? create({ type: TEXT, props: NONE }, null);
  roots.set(into, root);
  root.node = into;
  reconcile(root, wish);
  touched.add(root);
  drawDirty();
}

/** Has a component drawn anew, together with all that changes in this turn of the event loop. */
export function redraw(component: Instance): void {
  if (component.isGone) return;
  dirty.add(component);
  if (willDraw) return;
  willDraw = true;
  queueMicrotask(() => {
    willDraw = false;
    drawDirty();
  });
}

function drawDirty(): void {
  while (dirty.size > 0) {
    // What is drawn with its surroundings need not be drawn again.
    for (const component of [...dirty].sort((a, b) => a.depth - b.depth)) {
      if (!dirty.has(component)) continue;
      draw(component, component.wish, component.wish.props);
      let host: Instance | null = component;
      while (host?.node === null) host = host.above;
      if (host) touched.add(host);
    }
  }
  for (const host of touched) finish(host);
  touched.clear();
  for (const component of laidOut) runEffects(component.layoutEffects);
  laidOut.clear();
}

function create(wish: Wish, above: Instance | null): Instance {
  return {
    wish,
    above,
    below: [],
    depth: above ? above.depth + 1 : 0,
    isSvg: wish.type === 'svg' || above?.isSvg === true,
    isGone: false,
    node: null,
    hooks: [],
    at: 0,
    layoutEffects: [],
    effects: [],
    handlers: {},
    handleEvent(event) {
      (this.handlers[event.type] as ((event: Event) => void) | undefined)?.(event);
    },
  };
}

/** A child as JSX has it. A list is one child, so that what follows it keeps its place however long it is. */
function wishOf(child: unknown): Wish | null {
  if (child === null || child === undefined || typeof child === 'boolean') return null;
  if (Array.isArray(child)) return jsx(Fragment, { children: child });
  return typeof child === 'object' ? (child as Wish) : jsx(TEXT, { data: `${child as string | number}` });
}

/** Draws children. One with the key of one that was there, or else in its place, takes it over if it is of its type. */
function reconcile(parent: Instance, children: unknown): void {
  const before = parent.below;
  const left = new Set(before);
  const keyed = new Map(before.map((instance) => [instance?.wish.key, instance]));
  parent.below = (Array.isArray(children) ? children : [children]).map((child, at) => {
    const wish = wishOf(child);
    if (wish === null) return null;
    const { type, key } = wish;
    let instance = key === undefined ? before[at] : keyed.get(key);
    if (!instance || instance.wish.type !== type || instance.wish.key !== key || !left.delete(instance)) {
      instance = create(wish, parent);
      draw(instance, wish, NONE);
    } else if (instance.wish !== wish) draw(instance, wish, instance.wish.props);
    return instance;
  });
  for (const instance of left) if (instance) remove(instance, true);
}

function draw(instance: Instance, wish: Wish, before: Props): void {
  const { type, props } = wish;
  instance.wish = wish;
  if (typeof type === 'string') return drawNode(instance, before);
  dirty.delete(instance);
  if (before['value'] !== props['value']) instance.readers?.forEach(redraw);
  runEffects(instance.effects);
  instance.at = 0;
  current = instance;
  reconcile(instance, type(props));
  if (instance.layoutEffects.length > 0) laidOut.add(instance);
  if (instance.effects.length > 0) runLater(instance);
}

function drawNode(instance: Instance, before: Props): void {
  const { type, props } = instance.wish;
  if (type === TEXT) {
    const text = (instance.node ??= document.createTextNode(''));
    if (before['data'] !== props['data']) text.nodeValue = props['data'] as string;
    return;
  }
  const { isSvg } = instance;
  instance.node ??= isSvg ? document.createElementNS(SVG, type as string) : document.createElement(type as string);
  for (const name in { ...before, ...props })
    if (before[name] !== props[name]) setAttribute(instance, name, props[name]);
  reconcile(instance, props['children']);
  touched.add(instance);
}

function setAttribute(instance: Instance, name: string, value: unknown): void {
  const element = instance.node as Element;
  if (name.startsWith('on')) {
    const type = name.slice(2).toLowerCase();
    if (!(type in instance.handlers)) element.addEventListener(type, instance);
    instance.handlers[type] = value;
  } else if (!/^(children|key|ref|value|checked)$/.test(name)) {
    // What ARIA calls false is said; any other attribute is not there then.
    const isSaid = name.includes('-');
    if (value === undefined || value === null || (value === false && !isSaid)) element.removeAttribute(name);
    else element.setAttribute(name, value === true && !isSaid ? '' : `${value as string | number | boolean}`);
  }
}

/** Puts an element's children in order and then what depends on them: a choice is none before its options are there. */
function finish(host: Instance): void {
  const node = host.node as Node & Props;
  let next = node.firstChild;
  const place = (instance: Instance | null): void => {
    if (instance === null) return;
    const own = instance.node as ChildNode | null;
    if (own === null) return instance.below.forEach(place);
    // As few as may be are moved, since they lose the focus: what stands before its turn is passed over, and fetched then.
    if (own === next || (next !== null && own === next.nextSibling)) next = own.nextSibling;
    else node.insertBefore(own, next);
  };
  host.below.forEach(place);
  const { props } = host.wish;
  for (const name of ['value', 'checked'])
    if (props[name] !== undefined && props[name] !== node[name]) (node as Props)[name] = props[name];
  if (props['ref']) (props['ref'] as { current: unknown }).current = node;
}

/** @param isTop whether its nodes are to be taken from the page; those below go with them */
function remove(instance: Instance, isTop: boolean): void {
  const { node, wish } = instance;
  const ref = wish.props['ref'] as { current: unknown } | undefined;
  instance.isGone = true;
  instance.effects.length = instance.layoutEffects.length = 0;
  dirty.delete(instance);
  touched.delete(instance);
  if (ref && ref.current === node) ref.current = null;
  for (const hook of instance.hooks) hook.undo?.();
  for (const below of instance.below) if (below) remove(below, isTop && node === null);
  if (isTop) (node as ChildNode | null)?.remove();
}

function runEffects(effects: Hook[]): void {
  const due = effects.splice(0);
  for (const hook of due) hook.undo?.();
  for (const hook of due) hook.undo = hook.run?.();
}

function runLater(component: Instance): void {
  shown.add(component);
  if (willRun) return;
  willRun = true;
  setTimeout(() => {
    willRun = false;
    for (const one of shown) {
      shown.delete(one);
      runEffects(one.effects);
    }
  });
}
