import { useRef } from 'preact/hooks';
import type { MineSentences } from '../../shared/messages/mine/sentences.ts';
import { useHands } from './hands.ts';

const TABS = ['comments', 'follows'] as const;
export type Tab = (typeof TABS)[number];

interface TabsProps {
  id: string;
  tab: Tab;
  words: MineSentences;
  onChoose: (tab: Tab) => void;
}

/** The tabs of the dialog: one stop for Tab, the arrows lead from one to the next (WAI-ARIA Authoring Practices, tabs). */
export function Tabs({ id, tab, words, onChoose }: TabsProps) {
  const { config, words: said } = useHands();
  const bar = useRef<HTMLDivElement>(null);
  const onKey = (event: KeyboardEvent) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const at = TABS.indexOf(tab) + (config.dir === 'rtl' ? -step : step);
    const next = TABS[(at + TABS.length) % TABS.length];
    if (next === undefined) return;
    onChoose(next);
    bar.current?.querySelector<HTMLElement>(`[data-tab=${next}]`)?.focus();
  };
  return (
    <div ref={bar} class="tabs" role="tablist" onKeyDown={onKey}>
      {TABS.map((one) => (
        <button
          key={one}
          id={`${id}-${one}`}
          type="button"
          role="tab"
          data-tab={one}
          aria-selected={one === tab}
          aria-controls={`${id}-panel`}
          tabIndex={one === tab ? 0 : -1}
          onClick={() => onChoose(one)}
        >
          {said.say(words.tabs[one])}
        </button>
      ))}
    </div>
  );
}
