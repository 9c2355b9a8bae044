import type { ComponentChild, JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { SettingsChange, SettingsChanges, SiteModeration } from '../../shared/site-moderation.ts';
import type { ConsoleApi } from './api.ts';
import { languageName } from './language-name.ts';
import { Sentence, useSpeech } from './language.tsx';
import { MoreList } from './more-list.tsx';
import { differencesIn } from './rules-changes.ts';
import type { Difference } from './rules-changes.ts';
import { choiceName } from './rules-values.ts';
import { momentOf } from './times.ts';
import { useList } from './use-list.ts';

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
  const { site, version } = saved;
  // Every new version has more of a history.
  const list = useList<SettingsChanges>(isWanted ? `${site.id} ${version}` : null, (before) =>
    api.rulesChanges(site.id, before),
  );
  return (
    <MoreList
      list={list}
      status={list.isLoading ? say(words.settingChanges.loading) : ''}
      failed={words.settingChanges.failed}
      more={words.settingChanges.older}
    >
      {list.items?.map((change) => (
        <Change key={change.version} change={change} />
      ))}
    </MoreList>
  );
}

function Change({ change }: { change: SettingsChange }): JSX.Element {
  const { locale, words } = useSpeech();
  const { version, by, at } = change;
  const when = <time dateTime={at}>{momentOf(at, locale)}</time>;
  return (
    <li tabIndex={-1} data-version={version}>
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
  const { lang, locale, words, say } = useSpeech();
  const name = say(words.settingNames[difference.field]);
  if (difference.kind === 'list') {
    const named = (entries: readonly string[]): readonly string[] =>
      difference.field === 'languages.read' ? entries.map((tag) => languageName(tag, lang)) : entries;
    const [added, removed] = [named(difference.added), named(difference.removed)];
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
    return say(choiceName(words, difference.field, value));
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
