import type { JSX } from 'preact';
import { useRef, useState } from 'preact/hooks';
import type { SiteModeration } from '../../shared/site-moderation.ts';
import type { SiteSettings } from '../../shared/site.ts';
import type { ConsoleApi, Trouble } from './api.ts';
import { Dialog } from './dialog.tsx';
import { useSpeech } from './language.tsx';
import { NUMBERS } from './rules-values.ts';

interface Props {
  api: Pick<ConsoleApi, 'wipePreview'>;
  saved: SiteModeration;
  /** As they stand in the form. */
  settings: SiteSettings;
  save: () => Promise<void>;
}

export interface WipeQuestion {
  /** Saves; first it is asked, with the number, where that wipes texts that nobody can bring back. */
  save: () => Promise<void>;
  /** Why the number is not known. */
  trouble: Trouble | null;
  /** What asks, while it does. */
  dialog: JSX.Element | null;
}

/** Has nobody shorten the time that refused texts are kept without having seen how many go by it. */
export function useWipeQuestion({ api, saved, settings, save }: Props): WipeQuestion {
  const [count, setCount] = useState(0);
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const isCounting = useRef(false);
  const { refusedDays: days } = settings.retention;

  async function ask(): Promise<void> {
    setTrouble(null);
    if (!isShorter(days, saved.settings.retention.refusedDays)) return save();
    if (isCounting.current) return;
    isCounting.current = true;
    const answer = await api.wipePreview(saved.site.id, days);
    isCounting.current = false;
    if (!answer.ok) return setTrouble(answer.trouble);
    return answer.value.refused === 0 ? save() : setCount(answer.value.refused);
  }
  const agree = (): void => {
    setCount(0);
    void save();
  };
  return {
    save: ask,
    trouble,
    dialog: count === 0 ? null : <WipeDialog count={count} onGo={agree} onCancel={() => setCount(0)} />,
  };
}

/** What is no number of days is left to the service, which says so. */
export function isShorter(days: number, before: number): boolean {
  const [, most] = NUMBERS['retention.refusedDays'];
  return Number.isInteger(days) && days > 0 && days <= most && (before === 0 || days < before);
}

function WipeDialog(props: { count: number; onGo: () => void; onCancel: () => void }): JSX.Element {
  const { count, onGo, onCancel } = props;
  const { words, say } = useSpeech();
  const { wipe, wipeLead, wipeYes } = words.settings;
  return (
    <Dialog title={say(wipe, { n: count })} onClose={onCancel}>
      <p>{say(wipeLead, { n: count })}</p>
      <div class="button-row">
        <button type="button" class="button danger" data-do="wipe" onClick={onGo}>
          {say(wipeYes, { n: count })}
        </button>
        <button type="button" class="button" onClick={onCancel}>
          {say(words.page.cancel)}
        </button>
      </div>
    </Dialog>
  );
}
