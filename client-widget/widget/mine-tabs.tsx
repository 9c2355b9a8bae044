import { useRef } from 'preact/hooks';
import type { MineSentences } from '../../shared/messages/mine/sentences.ts';
import { useHands } from './hands.ts';

export type Tab = 'comments' | 'follows' | 'account';

interface TabsProps {
  id: string;
  tab: Tab;
  words: MineSentences;
  /** Whether readers can sign in here. */
  hasAccount: boolean;
  onChoose: (tab: Tab) => void;
}

/** The tabs of the dialog: one stop for Tab, the arrows lead from one to the next (WAI-ARIA Authoring Practices, tabs). */
export function Tabs({ id, tab, words, hasAccount, onChoose }: TabsProps) {
  const { config, hands, words: said } = useHands();
  const tabs: Tab[] = hasAccount ? ['comments', 'follows', 'account'] : ['comments', 'follows'];
  const bar = useRef<HTMLDivElement>(null);
  const onKey = (event: KeyboardEvent) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const at = tabs.indexOf(tab) + (config.dir === 'rtl' ? -step : step);
    const next = tabs[(at + tabs.length) % tabs.length];
    if (next === undefined) return;
    onChoose(next);
    bar.current?.querySelector<HTMLElement>(`[data-tab=${next}]`)?.focus();
  };
  return (
    <div ref={bar} class="tabs" role="tablist" aria-label={said.say(hands.words.mine)} onKeyDown={onKey}>
      {tabs.map((one) => (
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
