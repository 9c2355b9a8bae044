import type { JSX } from 'preact';
import { useId } from 'preact/hooks';
import type { BulkView } from '../../shared/bulk.ts';
import type { LeftAlone } from '../../shared/messages/console/bulk-sentences.ts';
import type { Role } from '../../shared/identity.ts';
import { isUnderWay, seenTo } from './bulk-acts.ts';
import { useSpeech } from './language.tsx';
import type { Speech } from './language.tsx';

/** How far an act has come, or what became of it. */
export function BulkActText({ act }: { act: BulkView }): JSX.Element {
  const { words, say } = useSpeech();
  const id = useId();
  const { state, total, done, skipped } = act;
  if (isUnderWay(act)) {
    const n = seenTo(act);
    const sentence = state === 'running' ? words.bulk.progress : words.bulk.undoing;
    return (
      <span class="bulk-progress">
        <span id={id}>{say(sentence, { what: say(words.actions[act.act.action]), n, total })}</span>
        <progress max={total} value={n} aria-labelledby={id} />
      </span>
    );
  }
  const left = Object.entries(skipped).filter(([, n]) => n > 0);
  const sum = left.reduce((all, [, n]) => all + n, 0);
  return (
    <span class="bulk-result">
      <strong>{say(state === 'done' ? words.bulkDid[act.act.action] : words.bulk.undone, { n: done })}</strong>
      {sum > 0 && (
        <>
          {' · '}
          {say(words.bulk.left, { n: sum })} {left.map(([code, n]) => whyOf(code, n, { words, say })).join(' ; ')}
        </>
      )}
    </span>
  );
}

function whyOf(code: string, n: number, { words, say }: Pick<Speech, 'words' | 'say'>): string {
  const why = Object.hasOwn(words.leftAlone, code) ? words.leftAlone[code as LeftAlone] : words.leftAlone.other;
  return say(words.bulk.whyLine, { n, why: say(why) });
}

/** Whether a whole act can be taken back by this moderator. */
export function isUndoable({ state, by, done }: BulkView, me: { id: string; role: Role }): boolean {
  return state === 'done' && done > 0 && (by.id === me.id || me.role !== 'moderator');
}
