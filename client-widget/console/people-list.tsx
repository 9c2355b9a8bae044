import type { JSX } from 'preact';
import { useId } from 'preact/hooks';
import { NAME_MAX } from '../../shared/limits.ts';
import type { People } from '../../shared/people.ts';
import type { ConsoleApi } from './api.ts';
import { useSpeech } from './language.tsx';
import { MoreList } from './more-list.tsx';
import { Retry } from './retry.tsx';
import { SelectField } from './rules-fields.tsx';
import { momentOf } from './times.ts';
import { usePeople } from './use-people.ts';

/** A box to find readers by name; while nothing is in it, those under a sanction. */
export function PeopleList({ api }: { api: ConsoleApi }): JSX.Element {
  const { words, say } = useSpeech();
  const people = usePeople(api);
  const { site, q, asked, found } = people;
  const sites = people.sites.value?.items ?? [];
  const id = useId();
  return (
    <div class="people">
      <p class="hint">{say(words.readers.lead)}</p>
      <search class="people-search">
        {sites.length > 1 && (
          <SelectField
            label={words.readers.site}
            options={sites.map((one) => [one.id, one.name])}
            value={site ?? ''}
            onPick={people.pickSite}
          />
        )}
        <div class="field">
          <label for={id}>{say(words.readers.search)}</label>
          <input
            id={id}
            type="search"
            dir="auto"
            autocomplete="off"
            maxLength={NAME_MAX}
            value={q}
            aria-describedby={`${id}-hint`}
            onInput={(event) => people.search(event.currentTarget.value)}
          />
          <p id={`${id}-hint`} class="hint">
            {say(words.readers.searchHint)}
          </p>
        </div>
      </search>
      <Retry
        trouble={people.sites.trouble}
        failed={words.filters.sitesFailed}
        onRetry={() => void people.sites.again()}
      />
      <h3>{asked === '' ? say(words.readers.sanctioned) : <bdi>{asked}</bdi>}</h3>
      <p role="status" class="quiet">
        {summary()}
      </p>
      <MoreList list={found} class="rows-plain" more={words.readers.more}>
        {found.items?.map((person) => (
          <PersonRow key={person.id} person={person} />
        ))}
      </MoreList>
    </div>
  );

  function summary(): string {
    const { items, page } = found;
    if (people.sites.value?.items.length === 0) return say(words.settings.none);
    if (items === null) return (people.sites.trouble ?? found.trouble) === null ? say(words.readers.loading) : '';
    if (items.length === 0) return say(asked === '' ? words.readers.noneSanctioned : words.readers.noneFound);
    return page?.more === true ? say(words.readers.tooMany) : say(words.readers.found, { n: items.length });
  }
}

function PersonRow({ person }: { person: People['items'][number] }): JSX.Element {
  const { locale, words, say } = useSpeech();
  const { id, name, names, sanctions } = person;
  return (
    <li tabIndex={-1}>
      <a href={`#people=${id}`}>
        <bdi>{name ?? say(words.readers.unnamed)}</bdi>
      </a>
      {names.length > 0 && <span class="quiet">{say(words.readers.alsoNamed, { names: names.join(', ') })}</span>}
      <span class="chips">
        {sanctions.map(({ kind, until }) => (
          <span key={kind} class={`chip sanction-${kind}`}>
            {until === null
              ? say(words.sanctionKinds[kind])
              : say(words.readers.until, { kind: say(words.sanctionKinds[kind]), when: momentOf(until, locale) })}
          </span>
        ))}
      </span>
    </li>
  );
}
