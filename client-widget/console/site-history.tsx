import type { JSX } from 'preact';
import type { SiteChange } from '../../shared/console-sites.ts';
import type { Message } from '../../shared/messages/format.ts';
import { SELF } from '../../shared/origin.ts';
import type { ConsoleApi } from './api.ts';
import { Sentence, useSpeech } from './language.tsx';
import { Retry } from './retry.tsx';
import { momentOf } from './times.ts';
import { useLoaded } from './use-loaded.ts';

interface Props {
  api: Pick<ConsoleApi, 'siteChanges'>;
  siteId: string;
  /** The version the site has: with another one there is more to read. */
  version: number;
}

/** What became of a site, newest first. */
export function SiteHistory({ api, siteId, version }: Props): JSX.Element {
  const { words, say } = useSpeech();
  const { value, trouble, again } = useLoaded(() => api.siteChanges(siteId, null), `${siteId} ${String(version)}`);
  return (
    <section class="team-history" aria-labelledby="site-changes">
      <h3 id="site-changes">{say(words.team.changes)}</h3>
      <Retry trouble={trouble} onRetry={() => void again()} />
      {value?.items.length === 0 && <p class="hint">{say(words.team.noChanges)}</p>}
      <ol>
        {value?.items.map((change) => (
          <li key={change.version}>
            <Change change={change} />
          </li>
        ))}
      </ol>
    </section>
  );
}

function Change({ change }: { change: SiteChange }): JSX.Element {
  const { locale, words } = useSpeech();
  const by = <bdi>{change.by.name}</bdi>;
  const details = useDetails(change);
  return (
    <>
      <div>
        <p>
          <Sentence of={change.before === null ? words.sites.made : words.sites.changed} parts={{ by }} />
        </p>
        {details.map((detail) => (
          <p key={detail} class="hint" dir="auto">
            {detail}
          </p>
        ))}
      </div>
      <time class="hint" dateTime={change.at}>
        {momentOf(change.at, locale)}
      </time>
    </>
  );
}

/** What was changed, a sentence for each thing. */
function useDetails({ before, after }: SiteChange): string[] {
  const { words, say } = useSpeech();
  if (before === null) return [];
  const moved = (of: Message, from: string, to: string): string[] => (from === to ? [] : [say(of, { from, to })]);
  const named = (origins: readonly string[]): string =>
    origins.map((origin) => (origin === SELF ? say(words.sites.self) : origin)).join(', ');
  const without = (some: readonly string[], others: readonly string[]): string[] =>
    some.filter((one) => !others.includes(one));
  const listed = (of: Message, origins: string[]): string[] =>
    origins.length === 0 ? [] : [say(of, { origins: named(origins) })];
  return [
    ...moved(words.sites.movedName, before.name, after.name),
    ...moved(words.sites.movedLang, before.lang, after.lang),
    ...listed(words.sites.added, without(after.origins, before.origins)),
    ...listed(words.sites.removed, without(before.origins, after.origins)),
    ...(before.closed === after.closed ? [] : [say(after.closed ? words.sites.wasClosed : words.sites.wasOpened)]),
  ];
}
