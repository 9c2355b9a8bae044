import { useEffect, useRef, useState } from 'preact/hooks';
import { useHands } from './hands.ts';
import { Icon } from './icon.tsx';
import { usePart } from './use-part.ts';

const load = () => import('./bell-panel.tsx');

/** The number of unread notifications, and behind it their list, which is loaded as the reader turns to it. */
export function Bell() {
  const { config, hands, root, words } = useHands();
  const { say } = words;
  const { unread } = hands.bell;
  const [open, setOpen] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  const isCounted = root.host.hasAttribute('title-count');
  useEffect(() => {
    if (!isCounted) return;
    const counting = import('./page-count.ts').then(
      ({ countOnPage }) => countOnPage(unread),
      () => null,
    );
    return () => void counting.then((undo) => undo?.());
  }, [isCounted, unread]);
  const panel = usePart(open, load, () => setOpen(false));
  const prepare = () => void load().catch(() => undefined);
  return (
    <div class="bell" ref={box}>
      <button
        type="button"
        part="bell"
        aria-expanded={open}
        aria-label={say(unread > 0 ? hands.words.unread : hands.words.notifications, { n: unread })}
        onClick={() => setOpen(!open)}
        onKeyDown={(event) => {
          // The list hears it itself; while it is on its way, it does not open.
          if (event.key !== 'Escape' || panel) return;
          setOpen(false);
          event.currentTarget.focus();
        }}
        onFocus={prepare}
        onPointerEnter={prepare}
      >
        <Icon line="M6 17h12l-1.5-2.5V10a4.5 4.5 0 0 0-9 0v4.5zm4.5 0a1.5 1.5 0 0 0 3 0" />
        {unread > 0 && <span class="unread">{new Intl.NumberFormat(config.locale).format(unread)}</span>}
      </button>
      {panel && <panel.Panel open={open} box={box} words={panel.words} onLeave={() => setOpen(false)} />}
    </div>
  );
}
