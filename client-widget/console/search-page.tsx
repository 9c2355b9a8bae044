import type { JSX } from 'preact';
import { useEffect, useId, useMemo, useRef } from 'preact/hooks';
import { QUERY_MAX } from '../../shared/limits.ts';
import { REVIEWS, VISIBILITIES } from '../../shared/moderation-terms.ts';
import type { SiteSummary } from '../../shared/site-moderation.ts';
import { useSpeech } from './language.tsx';
import { Page } from './page.tsx';
import type { PageProps } from './page.tsx';
import { SelectField } from './rules-fields.tsx';
import { SearchResult } from './search-result.tsx';
import { SEARCH_SPANS, searchAddress, searchIn, searchQuery } from './search-view.ts';
import type { SearchView } from './search-view.ts';
import { momentOf } from './times.ts';
import { TroubleNote } from './trouble-note.tsx';
import { useLoaded } from './use-audit.ts';
import { useSearch } from './use-search.ts';
import type { Search } from './use-search.ts';

/** All comments, whatever became of them. What is searched for is in the address. */
export function SearchPage({ api, me, params }: PageProps): JSX.Element {
  const { words, say } = useSpeech();
  const view = searchIn(params);
  const address = searchAddress(view);
  // A view of the last days begins when it was opened, so that its pages fit together.
  const query = useMemo(() => searchQuery(view, Date.now()), [address]);
  const search = useSearch(api, query, address);
  const sites = useLoaded(() => api.sites(), '');
  return (
    <Page title={say(words.pages.search)}>
      <div class="search">
        <SearchForm key={address} view={view} sites={sites.value?.items ?? []} />
        <section class="search-list" aria-label={say(words.search.results)} aria-busy={search.isLoading}>
          <ResultList search={search}>
            {search.items.map((card) => (
              <SearchResult key={card.id} api={api} me={me} found={card} />
            ))}
          </ResultList>
        </section>
      </div>
    </Page>
  );
}

/** Words wait for Enter, since every search is work; what is chosen acts at once. */
function SearchForm({ view, sites }: { view: SearchView; sites: readonly SiteSummary[] }): JSX.Element {
  const { words, say } = useSpeech();
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const go = (change: Partial<SearchView>): void => {
    location.hash = searchAddress({ ...view, q: field.current?.value.trim() ?? '', ...change });
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
          ref={field}
          id={id}
          type="search"
          name="q"
          dir="auto"
          minLength={2}
          maxLength={QUERY_MAX}
          defaultValue={view.q}
          aria-describedby={`${id}-hint`}
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

function ResultList({ search, children }: { search: Search; children: JSX.Element[] }): JSX.Element {
  const { locale, words, say } = useSpeech();
  const { items, searchedTo, hasMore, isLoading, trouble, more } = search;
  const list = useRef<HTMLOListElement>(null);
  const before = useRef(0);
  // The button that brought them may be gone: on to the first of what it brought.
  useEffect(() => {
    if (before.current > 0 && items.length > before.current)
      list.current?.querySelectorAll<HTMLElement>(':scope > li')[before.current]?.focus();
    before.current = items.length;
  }, [items]);
  const state = isLoading
    ? say(words.search.searching)
    : searchedTo !== null
      ? say(words.search.searchedTo, { when: momentOf(searchedTo, locale) })
      : trouble === null
        ? say(items.length === 0 ? words.search.nothing : words.search.all, { n: items.length })
        : '';
  return (
    <>
      <ol ref={list}>{children}</ol>
      <p role="status" class="hint">
        {state}
      </p>
      <TroubleNote trouble={trouble} />
      {(hasMore || trouble !== null) && (
        <button type="button" class="button" data-do="more" aria-disabled={isLoading} onClick={more}>
          {say(trouble === null ? words.search.more : words.page.tryAgain)}
        </button>
      )}
    </>
  );
}
