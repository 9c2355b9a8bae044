import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import type { ModeratorView } from '../../shared/identity.ts';
import { statusOf, type ConsoleApi } from './api.ts';
import { useSpeech } from './language.tsx';
import { OnPageComment } from './on-page-comment.tsx';
import { OnPageDiscussion } from './on-page-discussion.tsx';
import type { OnPageAbout } from './on-page.ts';
import { Retry } from './retry.tsx';
import { useDiscussion } from './use-discussion.ts';
import { useDeadTime } from './use-dead-time.ts';
import { useLoaded } from './use-loaded.ts';
import { VeilContext } from './veil.ts';

interface Props {
  api: ConsoleApi;
  me: ModeratorView;
  about: OnPageAbout;
  veil: boolean;
}

/**
 * The small window that an article opens: one comment of it and the discussion, with what moderators do there. It is a page of
 * the console, so that nothing of a session reaches the article, which hears of every act as its readers do.
 */
export function OnPageWindow({ api, me, about, veil }: Props): JSX.Element {
  const { words, say } = useSpeech();
  const { comment } = about;
  const discussion = useDiscussion(api, about);
  const card = useLoaded(() => api.item(comment ?? ''), comment);
  useEffect(() => {
    document.title = `${say(words.onPage.title)} – Tribune`;
  }, [say]);
  const { isDead, guard } = useDeadTime(`${card.value?.id ?? ''} ${discussion.value?.id ?? ''}`);
  const isGone = card.trouble !== null && statusOf(card.trouble) === 404;
  return (
    <VeilContext.Provider value={veil}>
      <main>
        {/* No button in it says of itself that it is not disabled, which would outdo this. */}
        <div class="on-page" role="group" aria-labelledby="on-page-title" aria-disabled={isDead} onClickCapture={guard}>
          <h1 id="on-page-title">{say(words.onPage.title)}</h1>
          {comment !== null && card.value === null && card.trouble === null && <p>{say(words.page.loading)}</p>}
          {isGone ? (
            <p>{say(words.outcome.gone)}</p>
          ) : (
            <Retry trouble={card.trouble} onRetry={() => void card.again()} />
          )}
          {card.value !== null && (
            <OnPageComment
              key={card.value.id}
              api={api}
              me={me}
              found={card.value}
              onChange={() => void discussion.again()}
            />
          )}
          <Retry trouble={discussion.unread} onRetry={() => void discussion.again()} />
          {discussion.value !== null && (
            <OnPageDiscussion at={discussion} discussion={discussion.value} atHand={comment} />
          )}
        </div>
      </main>
    </VeilContext.Provider>
  );
}
