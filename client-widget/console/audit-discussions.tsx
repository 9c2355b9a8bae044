import type { JSX } from 'preact';
import type { DiscussionAct, DiscussionActs } from '../../shared/discussion.ts';
import type { ConsoleApi } from './api.ts';
import { Sentence, useSpeech } from './language.tsx';
import { MoreList } from './more-list.tsx';
import { momentOf } from './times.ts';
import { useList } from './use-list.ts';

interface Props {
  api: Pick<ConsoleApi, 'auditDiscussions'>;
  /** What of the audit is looked at. */
  query: URLSearchParams;
}

/** What of the page's filter a discussion has, too. */
const ASKED = ['actor', 'site', 'from'];

/** Which discussions were closed and reopened, and by whom. */
export function AuditDiscussions({ api, query }: Props): JSX.Element {
  const { words, say } = useSpeech();
  const asked = new URLSearchParams([...query].filter(([name]) => ASKED.includes(name)));
  const list = useList<DiscussionActs>(asked.toString(), (cursor) =>
    api.auditDiscussions(cursor === null ? asked : new URLSearchParams([...asked, ['cursor', cursor]])),
  );
  const { items, isLoading } = list;
  return (
    <section class="audit-list" aria-labelledby="audit-discussions" aria-busy={isLoading}>
      <h3 id="audit-discussions">{say(words.audit.discussions)}</h3>
      {items?.length === 0 && <p class="quiet">{say(words.audit.empty)}</p>}
      <MoreList list={list} failed={words.audit.failed} more={words.audit.more}>
        {items?.map((act) => (
          <ActItem key={act.id} act={act} />
        ))}
      </MoreList>
    </section>
  );
}

function ActItem({ act: { act, at, by, site, thread } }: { act: DiscussionAct }): JSX.Element {
  const { locale, words, say } = useSpeech();
  return (
    <li tabIndex={-1}>
      <p class="audit-act">
        <strong>
          <Sentence of={words.discussionActs[act]} parts={{ by: <bdi>{by.name}</bdi> }} />
        </strong>
        <time class="quiet" dateTime={at}>
          {momentOf(at, locale)}
        </time>
      </p>
      <p class="hint">
        {thread.url === null ? (
          <bdi>{thread.title ?? say(words.card.untitled)}</bdi>
        ) : (
          <a href={thread.url} target="_blank" rel="noopener noreferrer">
            <bdi>{thread.title ?? thread.url}</bdi>
          </a>
        )}{' '}
        · <bdi>{site.name}</bdi>
      </p>
    </li>
  );
}
