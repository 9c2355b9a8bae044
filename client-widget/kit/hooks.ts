import { current, redraw, type Hook, type Instance, type Component } from './renderer.ts';

/** What of `preact/hooks` the widget's components use, with the same meaning. `renderer.ts` says why it is here. */

type Deps = readonly unknown[] | undefined;
type Effect = NonNullable<Hook['run']>;

const next = (): Hook => (current.hooks[current.at++] ??= {});

/** Whether what a hook depends on is other than the last time. What says nothing of it always is. */
function isNews(hook: Hook, deps: Deps): boolean {
  const before = hook.deps;
  hook.deps = deps;
  return !deps || !before || deps.some((one, at) => !Object.is(one, before[at]));
}

export function useMemo<Value>(make: () => Value, deps: Deps): Value {
  const hook = next();
  if (isNews(hook, deps)) hook.value = make();
  return hook.value as Value;
}

export const useCallback = <Callback>(callback: Callback, deps: Deps): Callback => useMemo(() => callback, deps);

export const useRef = <Value>(initial: Value): { current: Value } => useMemo(() => ({ current: initial }), []);

let ids = 0;
export const useId = (): string => useMemo(() => `id-${++ids}`, []);

export function useReducer<State, Action>(reduce: (state: State, action: Action) => State, initial: State) {
  const component = current;
  const kept = useRef(initial);
  const send = useCallback((action: Action) => {
    const state = reduce(kept.current, action);
    if (Object.is(state, kept.current)) return;
    kept.current = state;
    redraw(component);
  }, []);
  return [kept.current, send] as const;
}

export function useState<State>(initial: State | (() => State)) {
  const first = useMemo(() => (initial instanceof Function ? initial() : initial), []);
  return useReducer(
    (state: State, change: State | ((state: State) => State)) => (change instanceof Function ? change(state) : change),
    first,
  );
}

function useLater(effects: 'effects' | 'layoutEffects', run: Effect, deps: Deps): void {
  const hook = next();
  if (!isNews(hook, deps)) return;
  hook.run = run;
  current[effects].push(hook);
}

export const useEffect = (run: Effect, deps?: Deps): void => useLater('effects', run, deps);
export const useLayoutEffect = (run: Effect, deps?: Deps): void => useLater('layoutEffects', run, deps);

/** The value of the nearest provider above, which has its readers drawn anew when it gives another one. */
export function useContext(context: { Provider: Component }): unknown {
  const hook = next();
  const reader = current;
  let provider: Instance | null = reader;
  while (provider && provider.wish.type !== context.Provider) provider = provider.above;
  if (provider === null) return null;
  const readers = (provider.readers ??= new Set());
  readers.add(reader);
  hook.undo = () => readers.delete(reader);
  return provider.wish.props['value'];
}
