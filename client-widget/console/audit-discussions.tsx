import type { JSX } from 'preact';
import type { DiscussionAct } from '../../shared/discussion.ts';
import type { ConsoleApi } from './api.ts';
import { AuditListing } from './audit-listing.tsx';
import { Sentence, useSpeech } from './language.tsx';
import { momentOf } from './times.ts';
import { useAuditList } from './use-audit.ts';

/** What of the page's filter a discussion has, too. */
const ASKED = ['actor', 'site', 'from'];

/** Which discussions were closed and reopened, and by whom. @param query what of the audit is looked at */
export function AuditDiscussions({
  api,
  query,
}: {
  api: Pick<ConsoleApi, 'auditDiscussions'>;
  query: URLSearchParams;
}): JSX.Element {
  const { words } = useSpeech();
  const asked = new URLSearchParams([...query].filter(([name]) => ASKED.includes(name)));
  const list = useAuditList((page) => api.auditDiscussions(page), asked.toString());
  return (
    <AuditListing id="audit-discussions" title={words.audit.discussions} list={list}>
      {(act) => <ActItem key={act.id} act={act} />}
    </AuditListing>
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
