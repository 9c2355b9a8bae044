import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { SiteSummary } from '../../shared/site-moderation.ts';
import { useSpeech } from './language.tsx';
import { focusHeading, Page } from './page.tsx';
import type { PageProps } from './page.tsx';
import { useFreshAfterRemoval } from './removed-sites.ts';
import { Retry } from './retry.tsx';
import { SiteMakeDialog } from './site-make-dialog.tsx';
import { SiteRemovals } from './site-removal.tsx';
import { SiteView } from './site-view.tsx';
import { useLoaded } from './use-loaded.ts';

/** The sites, and one of them: `#sites=ID`. */
export function SitesPage({ api, me, params, guard }: PageProps): JSX.Element {
  const { words, say } = useSpeech();
  const list = useLoaded(() => api.sites());
  const removals = useLoaded(() => api.siteRemovals(), me.role === 'owner' ? '' : null);
  const [isMaking, setMaking] = useState(false);
  const items = list.value?.items ?? [];
  const id = params.get('sites') || (items.length === 1 ? (items[0]?.id ?? '') : '');
  const one = useLoaded(() => api.site(id), id === '' ? null : id);
  useFreshAfterRemoval(list, removals, one);
  const isOwner = me.role === 'owner';
  const leave = (then: () => void): void => (guard.current === null ? then() : guard.current(then));
  const removed = (): void => {
    location.hash = 'sites';
    focusHeading();
    void list.again();
    void removals.again();
  };
  return (
    <Page title={say(words.pages.sites)}>
      <div class="sites">
        <Retry trouble={list.trouble} onRetry={() => void list.again()} />
        {list.value === null && list.trouble === null && <p class="quiet">{say(words.sites.loading)}</p>}
        {list.value !== null && items.length === 0 && <p>{say(isOwner ? words.sites.first : words.sites.none)}</p>}
        {isOwner && list.value !== null && (
          <button type="button" class="button primary" data-do="make-site" onClick={() => leave(() => setMaking(true))}>
            {say(words.sites.make)}
          </button>
        )}
        <SiteRemovals list={removals} />
        {items.length > 1 && <SiteList items={items} current={id} leave={leave} />}
        <Retry trouble={one.trouble} onRetry={() => void one.again()} />
        {one.value !== null && (
          <SiteView
            key={one.value.id}
            api={api}
            guard={guard}
            site={one.value}
            onSaved={() => void list.again()}
            onRemoved={isOwner ? removed : null}
          />
        )}
        {isMaking && (
          <SiteMakeDialog
            api={api}
            onClose={() => setMaking(false)}
            onMade={(site) => {
              setMaking(false);
              location.hash = `sites=${site.id}`;
              void list.again();
            }}
          />
        )}
      </div>
    </Page>
  );
}

interface ListProps {
  items: readonly SiteSummary[];
  current: string;
  leave: (then: () => void) => void;
}

function SiteList({ items, current, leave }: ListProps): JSX.Element {
  const { words, say } = useSpeech();
  return (
    <nav aria-label={say(words.pages.sites)}>
      <ul class="site-list">
        {items.map(({ id, name, closed }) => (
          <li key={id}>
            <a
              href={`#sites=${id}`}
              aria-current={id === current ? 'true' : undefined}
              onClick={(event) => {
                event.preventDefault();
                leave(() => (location.hash = `sites=${id}`));
              }}
            >
              <bdi>{name}</bdi>
            </a>
            {closed && <span class="chip">{say(words.sites.isClosed)}</span>}
          </li>
        ))}
      </ul>
    </nav>
  );
}
