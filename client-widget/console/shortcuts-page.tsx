import type { JSX } from 'preact';
import { REASON_CODES } from '../../shared/moderation-terms.ts';
import { TABS } from './desk-filter.ts';
import { Dialog } from './dialog.tsx';
import { useSpeech } from './language.tsx';
import type { Speech } from './language.tsx';

type Row = readonly [keys: readonly string[], what: keyof Speech['words']['keys'], isRange?: boolean];

/** Every shortcut there is, by what it is for. */
export const SHORTCUTS: readonly [title: 'deciding' | 'choosing' | 'moving', rows: readonly Row[]][] = [
  [
    'deciding',
    [
      [['a'], 'approve'],
      [['r'], 'refuse'],
      [['s'], 'spam'],
      [['e'], 'escalate'],
      [['z'], 'snooze'],
      [['n'], 'writeNote'],
      [['m'], 'writeRemark'],
      [['Ctrl z'], 'undo'],
      [['t'], 'takeOver'],
      [['c', 'Enter'], 'done'],
      [['x'], 'pick'],
      [['p'], 'actOnPicked'],
    ],
  ],
  [
    'choosing',
    [
      [['1', `${REASON_CODES.length}`], 'reason', true],
      [['Shift 1', `${REASON_CODES.length}`], 'reasonAdd', true],
      [['Enter'], 'send'],
      [['Esc'], 'cancel'],
    ],
  ],
  [
    'moving',
    [
      [['j', '↓'], 'next'],
      [['k', '↑'], 'previous'],
      [['1', `${TABS.length}`], 'tab', true],
      [['f'], 'filter'],
      [['b'], 'moreByAuthor'],
      [['d'], 'moreInThread'],
      [['l'], 'clear'],
      [['v'], 'veil'],
      [['o'], 'open'],
      [['g'], 'refresh'],
      [['?'], 'help'],
    ],
  ],
];

/** One page with every shortcut. */
export function ShortcutsPage({ isOn, onClose }: { isOn: boolean; onClose: () => void }): JSX.Element {
  const { words, say } = useSpeech();
  /** As it is printed on keyboards of the page's language. */
  const nameOf = (key: string): string =>
    key
      .replace('Enter', say(words.keys.keyEnter))
      .replace('Esc', say(words.keys.keyEscape))
      .replace('Shift', say(words.keys.keyShift));
  return (
    <Dialog title={say(words.keys.title)} onClose={onClose}>
      {!isOn && <p class="trouble">{say(words.keys.off)}</p>}
      <div class="key-groups">
        {SHORTCUTS.map(([title, rows]) => (
          <section key={title}>
            <h3>{say(words.keys[title])}</h3>
            <dl class="keys">
              {rows.map(([keys, what, isRange = false]) => (
                <div key={what}>
                  <dt>
                    {keys.map((key, index) => (
                      <span key={key}>
                        {index > 0 && (isRange ? ' – ' : ' ')}
                        <kbd>{nameOf(key)}</kbd>
                      </span>
                    ))}
                  </dt>
                  <dd>{say(words.keys[what])}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
      <p class="quiet">{say(words.keys.hint)}</p>
    </Dialog>
  );
}
