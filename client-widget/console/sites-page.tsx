import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { SiteSummary } from '../../shared/site-moderation.ts';
import { useSpeech } from './language.tsx';
import { Page } from './page.tsx';
import type { PageProps } from './page.tsx';
import { Retry } from './retry.tsx';
import { SiteMakeDialog } from './site-make-dialog.tsx';
import { SiteView } from './site-view.tsx';
import { useLoaded } from './use-loaded.ts';

/** The sites, and one of them: `#sites=ID`. */
export function SitesPage({ api, me, params }: PageProps): JSX.Element {
  const { words, say } = useSpeech();
  const list = useLoaded(() => api.sites());
  const [isMaking, setMaking] = useState(false);
  const items = list.value?.items ?? [];
  const id = params.get('sites') || (items.length === 1 ? (items[0]?.id ?? '') : '');
  const one = useLoaded(() => api.site(id), id === '' ? null : id);
  const mayMake = me.role === 'owner';
  return (
    <Page title={say(words.pages.sites)}>
      <div class="sites">
        <Retry trouble={list.trouble} onRetry={() => void list.again()} />
        {list.value === null && list.trouble === null && <p class="quiet">{say(words.sites.loading)}</p>}
        {list.value !== null && items.length === 0 && <p>{say(mayMake ? words.sites.first : words.sites.none)}</p>}
        {mayMake && list.value !== null && (
          <button type="button" class="button primary" data-do="make-site" onClick={() => setMaking(true)}>
            {say(words.sites.make)}
          </button>
        )}
        {items.length > 1 && <SiteList items={items} current={id} />}
        <Retry trouble={one.trouble} onRetry={() => void one.again()} />
        {one.value !== null && (
          <SiteView key={one.value.id} api={api} site={one.value} onSaved={() => void list.again()} />
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

function SiteList({ items, current }: { items: readonly SiteSummary[]; current: string }): JSX.Element {
  const { words, say } = useSpeech();
  return (
    <nav aria-label={say(words.pages.sites)}>
      <ul class="site-list">
        {items.map(({ id, name, closed }) => (
          <li key={id}>
            <a href={`#sites=${id}`} aria-current={id === current ? 'true' : undefined}>
              <bdi>{name}</bdi>
            </a>
            {closed && <span class="chip">{say(words.sites.isClosed)}</span>}
          </li>
        ))}
      </ul>
    </nav>
  );
}
