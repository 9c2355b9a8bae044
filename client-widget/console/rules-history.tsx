import type { ComponentChild, JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { SettingChoice } from './rules-values.ts';
import type { SettingsChange, SiteModeration } from '../../shared/site-moderation.ts';
import type { ConsoleApi } from './api.ts';
import { Sentence, useSpeech } from './language.tsx';
import { differencesIn } from './rules-changes.ts';
import type { Difference } from './rules-changes.ts';
import { momentOf } from './times.ts';
import { TroubleNote } from './trouble-note.tsx';
import { useChanges } from './use-changes.ts';

interface Props {
  api: Pick<ConsoleApi, 'rulesChanges'>;
  saved: SiteModeration;
}

/** Who changed the rules last, and, unfolded, what the last changes were. */
export function RulesHistory({ api, saved }: Props): JSX.Element {
  const { locale, words, say } = useSpeech();
  const [isOpen, setOpen] = useState(false);
  const { lastChange } = saved;
  if (lastChange === null) return <p class="hint">{say(words.settings.unchanged)}</p>;
  const when = <time dateTime={lastChange.at}>{momentOf(lastChange.at, locale)}</time>;
  return (
    <>
      <p class="hint">
        <Sentence of={words.settings.lastChange} parts={{ by: <bdi>{lastChange.by.name}</bdi>, when }} />
      </p>
      <details class="rules-history" onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary>{say(words.settingChanges.title)}</summary>
        <ChangeList api={api} saved={saved} isWanted={isOpen} />
      </details>
    </>
  );
}

function ChangeList({ api, saved, isWanted }: Props & { isWanted: boolean }): JSX.Element {
  const { words, say } = useSpeech();
  const changes = useChanges(api, { siteId: saved.site.id, version: saved.version, isWanted });
  const { items, hasOlder, isLoading, trouble, readOn } = changes;
  const list = useRef<HTMLOListElement>(null);
  // The button that brought them may be gone.
  useEffect(() => {
    if (readOn !== null) list.current?.querySelector<HTMLElement>(`[data-version="${readOn}"]`)?.focus();
  }, [readOn]);
  return (
    <>
      {items !== null && (
        <ol ref={list}>
          {items.map((change) => (
            <Change key={change.version} change={change} />
          ))}
        </ol>
      )}
      <p role="status" class="hint">
        {isLoading ? say(words.settingChanges.loading) : ''}
      </p>
      {trouble !== null && <p>{say(words.settingChanges.failed)}</p>}
      <TroubleNote trouble={trouble} />
      {trouble !== null ? (
        <button type="button" class="button" onClick={changes.again}>
          {say(words.page.tryAgain)}
        </button>
      ) : (
        hasOlder && (
          <button type="button" class="button" aria-disabled={isLoading} onClick={changes.older}>
            {say(words.settingChanges.older)}
          </button>
        )
      )}
    </>
  );
}

function Change({ change }: { change: SettingsChange }): JSX.Element {
  const { locale, words } = useSpeech();
  const { by, at, version } = change;
  const when = <time dateTime={at}>{momentOf(at, locale)}</time>;
  return (
    <li data-version={version} tabIndex={-1}>
      <p class="hint">
        <Sentence of={words.settingChanges.byWhom} parts={{ by: <bdi>{by.name}</bdi>, when }} />
      </p>
      <ul>
        {differencesIn(change).map((difference) => (
          <li key={difference.field}>
            <DifferenceSentence difference={difference} />
          </li>
        ))}
      </ul>
    </li>
  );
}

function DifferenceSentence({ difference }: { difference: Difference }): JSX.Element {
  const { locale, words, say } = useSpeech();
  const name = say(words.settingNames[difference.field]);
  if (difference.kind === 'list') {
    const { added, removed } = difference;
    const what = [
      added.length > 0 && <Entries sign="+" entries={added} />,
      added.length > 0 && removed.length > 0 && ' ',
      removed.length > 0 && <Entries sign="−" entries={removed} />,
    ];
    const parts = { what: added.length + removed.length === 0 ? say(words.settingChanges.reordered) : what };
    return <Sentence of={words.settingChanges.list} params={{ name }} parts={parts} />;
  }
  const inWords = (value: Exclude<Difference, { kind: 'list' }>['to']): ComponentChild => {
    if (typeof value === 'number') return new Intl.NumberFormat(locale).format(value);
    if (typeof value === 'boolean') return say(value ? words.settingChanges.on : words.settingChanges.off);
    return say(words.settingChoices[value as SettingChoice]);
  };
  const parts = { from: inWords(difference.from), to: inWords(difference.to) };
  return <Sentence of={words.settingChanges.value} params={{ name }} parts={parts} />;
}

/** So many entries are named; of more there is only the number. */
const ENTRIES_NAMED = 3;

/** "+2 (patate, navet)" */
function Entries({ sign, entries }: { sign: string; entries: readonly string[] }): JSX.Element {
  const { locale } = useSpeech();
  return (
    <span>
      {sign}
      {new Intl.NumberFormat(locale).format(entries.length)} (
      {entries.slice(0, ENTRIES_NAMED).map((entry, index) => [index > 0 && ', ', <bdi key={entry}>{entry}</bdi>])}
      {entries.length > ENTRIES_NAMED && '…'})
    </span>
  );
}
