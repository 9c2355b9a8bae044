import { useState } from 'preact/hooks';
import { useWidget } from './context.ts';

/** A button that fetches what follows; if that fails it says so and can be pressed again. */
export function LoadMore({ label, load }: { label: string; load: () => Promise<void> }) {
  const { words } = useWidget();
  const [state, setState] = useState<'idle' | 'busy' | 'failed'>('idle');
  const press = async () => {
    if (state === 'busy') return;
    setState('busy');
    setState(
      await load().then(
        () => 'idle' as const,
        () => 'failed' as const,
      ),
    );
  };
  return (
    <p class="more">
      <button type="button" aria-busy={state === 'busy'} onClick={() => void press()}>
        {label}
      </button>
      <span role="alert">{state === 'failed' && words.say(words.reader.failed)}</span>
    </p>
  );
}
