import type { JSX } from 'preact';
import { REASON_CODES } from '../../shared/moderation-terms.ts';
import { Dialog } from './dialog.tsx';
import { useSpeech } from './language.tsx';
import type { Speech } from './language.tsx';

const ROWS: readonly [keys: readonly string[], what: keyof Speech['words']['keys']][] = [
  [['j', '↓'], 'next'],
  [['k', '↑'], 'previous'],
  [['a'], 'approve'],
  [['r'], 'refuse'],
  [['1', `${REASON_CODES.length}`], 'reason'],
  [['n'], 'writeNote'],
  [['Esc'], 'cancel'],
  [['c', 'Enter'], 'done'],
  [['o'], 'open'],
  [['g'], 'refresh'],
  [['?'], 'help'],
];

/** One page with every shortcut. */
export function ShortcutsPage({ isOn, onClose }: { isOn: boolean; onClose: () => void }): JSX.Element {
  const { words, say } = useSpeech();
  /** As it is printed on keyboards of the page's language. */
  const nameOf = (key: string): string =>
    key === 'Enter' ? say(words.keys.keyEnter) : key === 'Esc' ? say(words.keys.keyEscape) : key;
  return (
    <Dialog title={say(words.keys.title)} onClose={onClose}>
      {!isOn && <p class="trouble">{say(words.keys.off)}</p>}
      <dl class="keys">
        {ROWS.map(([keys, what]) => (
          <div key={what}>
            <dt>
              {keys.map((key, index) => (
                <span key={key}>
                  {index > 0 && (what === 'reason' ? ' – ' : ' ')}
                  <kbd>{nameOf(key)}</kbd>
                </span>
              ))}
            </dt>
            <dd>{say(words.keys[what])}</dd>
          </div>
        ))}
      </dl>
      <p class="quiet">{say(words.keys.hint)}</p>
    </Dialog>
  );
}
