import type { JSX } from 'preact';
import { useMemo } from 'preact/hooks';
import type { AuditEvent, AuditPage as AuditPart } from '../../shared/audit.ts';
import { routes } from '../../shared/routes.ts';
import { AuditEventText } from './audit-event.tsx';
import { addressOf, queryOf, viewIn } from './audit-filter.ts';
import type { AuditView } from './audit-filter.ts';
import { AuditDiscussions } from './audit-discussions.tsx';
import { AuditFilters } from './audit-filters.tsx';
import { AuditHoursChart } from './audit-hours.tsx';
import { AuditPeopleTable } from './audit-people.tsx';
import { useSpeech } from './language.tsx';
import { MoreList } from './more-list.tsx';
import { Page } from './page.tsx';
import type { PageProps } from './page.tsx';
import { useFreshAfterRemoval } from './removed-sites.ts';
import { Retry } from './retry.tsx';
import { useList } from './use-list.ts';
import type { List } from './use-list.ts';
import { useLoaded } from './use-loaded.ts';
import { useVeiledName } from './veil.ts';
import { VeiledText } from './veiled-word.tsx';

/** Who did what: figures above, and below them every act that is looked for. */
export function AuditPage({ api, me, params }: PageProps): JSX.Element {
  const { words, say } = useSpeech();
  const view = viewIn(params);
  const address = addressOf(view);
  // A view of the last days ends when it was opened, so that its pages fit together.
  const query = useMemo(() => queryOf(view, Date.now()), [address]);
  const from = query.get('from');
  const people = useLoaded(() => api.auditPeople(from), from ?? '');
  const hours = useLoaded(() => api.auditHours());
  const sites = useLoaded(() => api.sites());
  useFreshAfterRemoval(people, hours, sites);
  const asked = query.toString();
  const list = useList<AuditPart>(asked, (cursor) => api.audit(cursor === null ? asked : `${asked}&cursor=${cursor}`));
  const figures = [hours, people, sites];
  return (
    <Page title={say(words.audit.title)}>
      <div class="audit">
        <div class="audit-figures">
          {hours.value !== null && <AuditHoursChart {...hours.value} />}
          {people.value !== null && (
            <AuditPeopleTable people={people.value} addressFor={(actor) => addressOf({ ...view, actor })} />
          )}
        </div>
        <Retry
          trouble={figures.find(({ trouble }) => trouble !== null)?.trouble ?? null}
          failed={words.audit.figuresFailed}
          onRetry={() => figures.forEach(({ trouble, again }) => void (trouble !== null && again()))}
        />
        <AuditFilters
          view={view}
          people={people.value?.items ?? []}
          sites={sites.value?.items ?? []}
          onView={(wanted) => {
            location.hash = addressOf(wanted);
          }}
        />
        <OfOne view={view} />
        {me.role !== 'moderator' && <ExportLinks query={query} />}
        <EventList list={list} isOfOne={view.comment !== undefined} />
        {view.comment === undefined && view.batch === undefined && <AuditDiscussions api={api} query={query} />}
      </div>
    </Page>
  );
}

/** Says that only one comment, or one action on many, is looked at. */
function OfOne({ view: { comment, batch } }: { view: AuditView }): JSX.Element | null {
  const { words, say } = useSpeech();
  if (comment === undefined && batch === undefined) return null;
  return (
    <p class="audit-one">
      {say(comment === undefined ? words.audit.ofBatch : words.audit.ofComment)}{' '}
      <a href="#audit">{say(words.audit.allComments)}</a>
    </p>
  );
}

function ExportLinks({ query }: { query: URLSearchParams }): JSX.Element {
  const { words, say } = useSpeech();
  const addressIn = (format: 'csv' | 'json'): string =>
    `${routes.auditExport}?${new URLSearchParams([...query, ['format', format]]).toString()}`;
  return (
    <p class="audit-export">
      <span class="hint">{say(words.audit.export)}</span>
      {(['csv', 'json'] as const).map((format) => (
        <a key={format} class="button minor" href={addressIn(format)} download data-do={format}>
          {say(words.audit[format])}
        </a>
      ))}
    </p>
  );
}

function EventList({ list, isOfOne }: { list: List<AuditPart>; isOfOne: boolean }): JSX.Element {
  const { words, say } = useSpeech();
  const { items, isLoading } = list;
  return (
    <section class="audit-list" aria-labelledby="audit-list" aria-busy={isLoading}>
      <h3 id="audit-list">{say(words.audit.list)}</h3>
      {items?.length === 0 && <p class="quiet">{say(words.audit.empty)}</p>}
      <MoreList
        list={list}
        status={isLoading ? say(words.audit.loading) : ''}
        failed={words.audit.failed}
        more={words.audit.more}
      >
        {items?.map((event) => (
          <EventItem key={event.id} event={event} isOfOne={isOfOne} />
        ))}
      </MoreList>
    </section>
  );
}

function EventItem({ event, isOfOne }: { event: AuditEvent; isOfOne: boolean }): JSX.Element {
  const { words, say } = useSpeech();
  const { comment, thread, site } = event;
  const veiledName = useVeiledName();
  return (
    <li tabIndex={-1}>
      <AuditEventText event={event} />
      <p class="audit-comment">
        <bdi>{veiledName(comment.authorName, comment.hits)}</bdi>{' '}
        <span dir="auto">
          {comment.excerpt === '' ? say(words.audit.noText) : <VeiledText text={comment.excerpt} hits={comment.hits} />}
        </span>
      </p>
      <p class="hint">
        <bdi>{thread.title ?? say(words.card.untitled)}</bdi> · <bdi>{site.name}</bdi>
        {!isOfOne && (
          <>
            {' · '}
            <a href={addressOf({ comment: comment.id, days: null, kinds: [] })}>{say(words.audit.wholeHistory)}</a>
          </>
        )}
      </p>
    </li>
  );
}
