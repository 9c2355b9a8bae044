import { useState } from 'preact/hooks';
import { useWidget } from './context.ts';
import type { Hands } from './hands.ts';

/**
 * A button that fetches what follows; if that fails it says so and can be pressed again. Whoever asked goes on with the first that
 * came: the button may have gone.
 */
export function LoadMore({ label, load }: { label: string; load: (hands: Hands) => Promise<void> }) {
  const { act, hands, words } = useWidget();
  const [state, setState] = useState<'idle' | 'busy' | 'failed'>('idle');
  const press = async (button: Element) => {
    if (state === 'busy') return;
    setState('busy');
    const list = button.parentElement?.parentElement;
    const shown = () => list?.querySelectorAll('article') ?? [];
    const { length } = shown();
    setState(
      await act(load).then(
        () => 'idle' as const,
        () => 'failed' as const,
      ),
    );
    // Unless they have gone elsewhere meanwhile.
    setTimeout(() => {
      if (button.matches(':focus') || document.activeElement === document.body) shown()[length]?.focus();
    });
  };
  return (
    <p class="more">
      <button type="button" aria-busy={state === 'busy'} onClick={({ currentTarget }) => void press(currentTarget)}>
        {label}
      </button>
      <span role="alert">{state === 'failed' && hands && words.say(hands.words.failed)}</span>
    </p>
  );
}
