import type { ReactionState } from '../../shared/comment.ts';
import { path, routes } from '../../shared/routes.ts';
import { threadRef, useWidget } from './context.ts';

/** What readers think of the article. Shown at once when pressed, taken back if the service did not take it. */
export function Reaction() {
  const { config, services, thread, words, announce } = useWidget();
  const { reader, say } = words;
  const { reactions, reaction } = thread.state;
  const toggle = async () => {
    const value = reaction === null ? 'like' : null;
    const like = Math.max(0, reactions.like + (value === null ? -1 : 1));
    thread.dispatch({ type: 'reactions', reactions: { like }, reaction: value });
    try {
      const body = { thread: threadRef(config), value };
      const where = path(routes.reaction, { siteId: config.site });
      const state = await services.identity.as((token) =>
        services.api<ReactionState>(where, { method: 'PUT', body, token }),
      );
      thread.dispatch({ type: 'reactions', ...state });
    } catch {
      thread.dispatch({ type: 'reactions', reactions, reaction });
      announce(say(reader.failed));
    }
  };
  return (
    <section class="reaction" part="reaction">
      <h2>{say(reader.articleQuestion)}</h2>
      <button type="button" aria-pressed={reaction !== null} onClick={() => void toggle()}>
        <svg viewBox="0 0 24 24" aria-hidden="true">
          <path d="M12 20.5 4.3 12.9a5 5 0 0 1 0-7.1 5 5 0 0 1 7 0l.7.7.7-.7a5 5 0 0 1 7 0 5 5 0 0 1 0 7.1Z" />
        </svg>
        {say(reader.like)}
        <span class="number" aria-hidden="true">
          {new Intl.NumberFormat(config.lang).format(reactions.like)}
        </span>
      </button>
      <span class="unseen">{say(reader.likes, { n: reactions.like })}</span>
    </section>
  );
}
