import type { JSX } from 'preact';
import { useEffect, useId, useMemo, useState } from 'preact/hooks';
import { QUERY_MAX } from '../../shared/limits.ts';
import { REVIEWS, VISIBILITIES } from '../../shared/moderation-terms.ts';
import type { SearchPage as Found } from '../../shared/search.ts';
import type { SiteSummary } from '../../shared/site-moderation.ts';
import { useSpeech } from './language.tsx';
import { MoreList } from './more-list.tsx';
import { Page } from './page.tsx';
import type { PageProps } from './page.tsx';
import { useFreshAfterRemoval } from './removed-sites.ts';
import { Retry } from './retry.tsx';
import { SelectField } from './rules-fields.tsx';
import { SearchResult } from './search-result.tsx';
import { SEARCH_SPANS, searchAddress, searchIn, searchQuery } from './search-view.ts';
import type { SearchView } from './search-view.ts';
import { momentOf } from './times.ts';
import { useList } from './use-list.ts';
import type { List } from './use-list.ts';
import { useLoaded } from './use-loaded.ts';

/** All comments, whatever became of them. What is searched for is in the address. */
export function SearchPage({ api, me, params }: PageProps): JSX.Element {
  const { words, say } = useSpeech();
  const view = searchIn(params);
  const address = searchAddress(view);
  const [round, setRound] = useState(0);
  // A view of the last days begins when it was opened, so that its pages fit together.
  const query = useMemo(() => searchQuery(view, Date.now()), [address, round]);
  const search = useList<Found>(`${round} ${address}`, (cursor) => api.search(query, cursor));
  const sites = useLoaded(() => api.sites());
  useFreshAfterRemoval(sites);
  const progress = useProgress(search);
  return (
    <Page title={say(words.pages.search)}>
      <div class="search">
        <SearchForm
          view={view}
          sites={sites.value?.items ?? []}
          onView={(wanted) => {
            // The same once more is asked once more.
            if (searchAddress(wanted) === address) setRound(round + 1);
            else location.hash = searchAddress(wanted);
          }}
        />
        <Retry trouble={sites.trouble} failed={words.filters.sitesFailed} onRetry={() => void sites.again()} />
        <section class="search-list" aria-label={say(words.search.results)} aria-busy={search.isLoading}>
          <MoreList list={search} status={progress} more={words.search.more}>
            {search.items?.map((card) => (
              <SearchResult key={card.id} api={api} me={me} found={card} />
            ))}
          </MoreList>
        </section>
      </div>
    </Page>
  );
}

interface FormProps {
  view: SearchView;
  sites: readonly SiteSummary[];
  onView: (view: SearchView) => void;
}

/** Words wait for Enter, since every search is work; what is chosen acts at once. */
function SearchForm({ view, sites, onView }: FormProps): JSX.Element {
  const { words, say } = useSpeech();
  const id = useId();
  const [q, setQ] = useState(view.q);
  // The address may have been changed by something else: Back, or a link.
  useEffect(() => setQ(view.q), [view.q]);
  const go = (change: Partial<SearchView>): void => {
    onView({ ...view, q: q.trim(), ...change });
  };
  const any = ['', say(words.filters.any)] as const;
  return (
    <form
      class="search-form"
      role="search"
      onSubmit={(event) => {
        event.preventDefault();
        go({});
      }}
    >
      <div class="field search-words">
        <label for={id}>{say(words.filters.words)}</label>
        <input
          id={id}
          type="search"
          name="q"
          dir="auto"
          minLength={2}
          maxLength={QUERY_MAX}
          value={q}
          aria-describedby={`${id}-hint`}
          onInput={(event) => setQ(event.currentTarget.value)}
        />
        <p id={`${id}-hint`} class="hint">
          {say(words.filters.wordsHint)}
        </p>
      </div>
      <SelectField
        label={words.search.vis}
        options={[any, ...VISIBILITIES.map((vis) => [vis, say(words.visibility[vis])] as const)]}
        value={view.vis}
        onPick={(vis) => go({ vis })}
      />
      <SelectField
        label={words.search.state}
        options={[any, ...REVIEWS.map((state) => [state, say(words.searchStates[state])] as const)]}
        value={view.state}
        onPick={(state) => go({ state })}
      />
      <SelectField
        label={words.search.span}
        options={[any, ...SEARCH_SPANS.map((days) => [String(days), say(words.audit.days, { n: days })] as const)]}
        value={view.days}
        onPick={(days) => go({ days })}
      />
      {sites.length > 1 && (
        <SelectField
          label={words.filters.site}
          options={[any, ...sites.map(({ id: site, name }) => [site, name] as const)]}
          value={view.site}
          onPick={(site) => go({ site })}
        />
      )}
      <div class="button-row">
        <button type="submit" class="button primary">
          {say(words.search.go)}
        </button>
        {(view.author !== '' || view.thread !== '') && (
          <a href={searchAddress({ ...view, author: '', thread: '' })}>{say(words.search.everywhere)}</a>
        )}
      </div>
    </form>
  );
}

/** How far a search has come. */
function useProgress({ items, page, isLoading, trouble }: List<Found>): string {
  const { locale, words, say } = useSpeech();
  if (isLoading) return say(words.search.searching);
  if (page !== null && page.searchedTo !== null)
    return say(words.search.searchedTo, { when: momentOf(page.searchedTo, locale) });
  if (trouble !== null || items === null) return '';
  return say(items.length === 0 ? words.search.nothing : words.search.all, { n: items.length });
}
