import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { BulkView } from '../../shared/bulk.ts';
import type { ModeratorView } from '../../shared/identity.ts';
import type { ConsoleApi, Trouble } from './api.ts';
import { BulkActText, isUndoable } from './bulk-act.tsx';
import { isUnderWay, toldOf } from './bulk-acts.ts';
import type { BulkActs } from './bulk-acts.ts';
import { Dialog } from './dialog.tsx';
import { useSpeech } from './language.tsx';
import { momentOf } from './times.ts';
import { TroubleNote } from './trouble-note.tsx';

interface Props {
  api: Pick<ConsoleApi, 'undoBulk'>;
  acts: BulkActs;
  me: ModeratorView;
  /** The service has answered. */
  onActed: (bulk: BulkView) => void;
}

/** Acts on many that are under way, and what became of mine. */
export function BulkLines({ api, acts, me, onActed, onHide }: Props & { onHide: (id: string) => void }): JSX.Element {
  const { words, say } = useSpeech();
  const undoing = useUndoing(api, onActed);
  const told = toldOf(acts, me.id);
  const ended = told.filter((act) => !isUnderWay(act));
  return (
    <>
      {told.length > 0 && (
        <section class="bulk-lines" aria-label={say(words.bulk.lines)}>
          <ul>
            {told.map((act) => (
              <li key={act.id} data-bulk={act.state} class={act.by.id === me.id ? '' : 'quiet'}>
                {act.by.id !== me.id && <bdi>{act.by.name}</bdi>}
                <BulkActText act={act} />
                {isUndoable(act, me) && <UndoButton act={act} {...undoing} />}
                {!isUnderWay(act) && (
                  <button type="button" class="button minor" data-do="hide" onClick={() => onHide(act.id)}>
                    {say(words.bulk.hide)}
                  </button>
                )}
              </li>
            ))}
          </ul>
          <TroubleNote trouble={undoing.trouble} />
        </section>
      )}
      {/* Only the end is said aloud: the way there would drown everything else. */}
      <div role="status" class="unseen">
        {ended.map((act) => (
          <p key={`${act.id} ${act.state}`}>
            <BulkActText act={act} />
          </p>
        ))}
      </div>
    </>
  );
}

interface NewestProps extends Props {
  /** Why they are not known as they are now. */
  unread: Trouble | null;
  onClose: () => void;
}

/** The newest acts on many, each with the way back while there is one. */
export function NewestActs({ api, acts, unread, me, onActed, onClose }: NewestProps): JSX.Element {
  const { locale, words, say } = useSpeech();
  const undoing = useUndoing(api, onActed);
  return (
    <Dialog title={say(words.bulk.newestTitle)} onClose={onClose}>
      <TroubleNote trouble={unread} />
      {acts.list.length === 0 && unread === null && <p class="quiet">{say(words.bulk.newestNone)}</p>}
      <ul class="bulk-newest">
        {acts.list.map((act) => (
          <li key={act.id} data-bulk={act.state}>
            <p>
              <BulkActText act={act} />
            </p>
            <p class="hint">{say(words.bulk.by, { name: act.by.name, when: momentOf(act.at, locale) })}</p>
            {isUndoable(act, me) && <UndoButton act={act} {...undoing} />}
          </li>
        ))}
      </ul>
      <TroubleNote trouble={undoing.trouble} />
    </Dialog>
  );
}

interface Undoing {
  /** The act that is being asked to be taken back. */
  asked: string | null;
  trouble: Trouble | null;
  undo: (id: string) => void;
}

function useUndoing(api: Props['api'], onActed: Props['onActed']): Undoing {
  const [asked, setAsked] = useState<string | null>(null);
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  async function undo(id: string): Promise<void> {
    if (asked !== null) return;
    setAsked(id);
    setTrouble(null);
    const answer = await api.undoBulk(id);
    setAsked(null);
    if (answer.ok) onActed(answer.value);
    else setTrouble(answer.trouble);
  }
  return { asked, trouble, undo: (id) => void undo(id) };
}

function UndoButton({ act, asked, undo }: { act: BulkView } & Undoing): JSX.Element {
  const { words, say } = useSpeech();
  return (
    <button
      type="button"
      class="button minor"
      data-do="undo-all"
      aria-label={`${say(words.bulk.undo)} – ${say(words.bulkDid[act.act.action], { n: act.done })}`}
      aria-disabled={asked === act.id}
      onClick={() => undo(act.id)}
    >
      {say(words.bulk.undo)}
    </button>
  );
}
