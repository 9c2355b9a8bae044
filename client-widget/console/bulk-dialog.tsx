import type { JSX } from 'preact';
import { useId } from 'preact/hooks';
import type { BulkPreview, BulkSelection, BulkView } from '../../shared/bulk.ts';
import { NOTE_MAX, SNOOZE_MAX_DAYS } from '../../shared/limits.ts';
import type { ConsoleApi } from './api.ts';
import type { DraftFault } from './bulk-draft.ts';
import { BulkFields } from './bulk-fields.tsx';
import { Dialog } from './dialog.tsx';
import { excerptOf } from './excerpt.ts';
import { useSpeech } from './language.tsx';
import { Retry } from './retry.tsx';
import { TroubleNote } from './trouble-note.tsx';
import { useBulk } from './use-bulk.ts';
import type { Bulk } from './use-bulk.ts';
import { useVeiled } from './veil.ts';

interface Props {
  api: Pick<ConsoleApi, 'previewBulk' | 'startBulk'>;
  selection: BulkSelection;
  onBegun: (bulk: BulkView) => void;
  onClose: () => void;
}

const EXCERPT = 120;

/** Asks what is to be done to many comments, shows how many and which, and has that number confirmed. */
export function BulkDialog({ api, selection, onBegun, onClose }: Props): JSX.Element {
  const { words, say } = useSpeech();
  const bulk = useBulk(api, { selection, onBegun });
  const { preview, trouble } = bulk;
  return (
    <Dialog title={say(words.bulk.title)} onClose={onClose}>
      {preview === null && trouble === null && <p role="status">{say(words.bulk.counting)}</p>}
      <Retry trouble={preview === null ? trouble : null} onRetry={bulk.count} />
      {preview?.count === 0 && <p role="status">{say(words.bulk.nothing)}</p>}
      {preview !== null && preview.count > 0 && (
        <form
          class="form bulk-form"
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            bulk.send();
          }}
        >
          <About preview={preview} />
          <BulkFields draft={bulk.draft} write={bulk.write} />
          <Confirmation bulk={bulk} count={preview.count} mustType={'filter' in selection} />
        </form>
      )}
    </Dialog>
  );
}

/** How many it is about, and the first of them. */
function About({ preview: { count, examples } }: { preview: BulkPreview }): JSX.Element {
  const { words, say } = useSpeech();
  const veil = useVeiled();
  return (
    <div class="bulk-about">
      <p role="status" data-count={count}>
        <strong>{say(words.bulk.about, { n: count })}</strong>
      </p>
      <ul class="bulk-examples">
        {examples.map(veil).map((card) => (
          <li key={card.id}>
            <bdi>{card.author.name}</bdi>{' '}
            <span class="quiet" dir="auto">
              {excerptOf(card.text, EXCERPT)}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}

function Confirmation({ bulk, count, mustType }: { bulk: Bulk; count: number; mustType: boolean }): JSX.Element {
  const { words, say } = useSpeech();
  const id = useId();
  const { draft, fault, isSending, trouble, write } = bulk;
  return (
    <>
      {mustType && (
        <div class="field">
          <label for={id}>{say(words.bulk.confirm, { n: count })}</label>
          <input
            id={id}
            class="short"
            name="typed"
            inputMode="numeric"
            autocomplete="off"
            value={draft.typed}
            aria-invalid={fault === 'wrongNumber'}
            onInput={(event) => write({ typed: event.currentTarget.value })}
          />
        </div>
      )}
      <div role="alert">
        {fault !== null && <p class="error">{say(words.bulk[fault], { n: numberIn(fault, count) })}</p>}
      </div>
      <TroubleNote trouble={trouble} />
      <button type="submit" class="button primary" data-do="confirm" aria-disabled={isSending}>
        {isSending
          ? say(words.bulk.sending)
          : say(draft.action === null ? words.bulk.act : words.bulkGo[draft.action], { n: count })}
      </button>
    </>
  );
}

/** What the sentence about a fault speaks of. */
function numberIn(fault: DraftFault, count: number): number {
  return fault === 'wrongNumber' ? count : fault === 'tooLong' ? NOTE_MAX : SNOOZE_MAX_DAYS;
}
