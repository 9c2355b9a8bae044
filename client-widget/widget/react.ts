import type { ReactionState } from '../../shared/comment.ts';
import { path, readerRoutes } from '../../shared/routes.ts';
import type { Config } from './config.ts';
import { threadRef } from './hands.ts';
import type { Services } from './services.ts';
import type { ThreadStore } from './thread-store.ts';

interface ReactOptions {
  config: Config;
  services: Services;
  thread: ThreadStore;
  /** Lets the reader's other tabs know. */
  tell: () => void;
}

/** Sets or takes back the reaction: shown at once, and as before again if the service did not take it. */
export async function react({ config, services, thread, tell }: ReactOptions): Promise<void> {
  const { reactions, reaction } = thread.state;
  const value = reaction === null ? 'like' : null;
  const like = Math.max(0, reactions.like + (value === null ? -1 : 1));
  thread.dispatch({ type: 'reactions', reactions: { like }, reaction: value });
  try {
    const body = { thread: threadRef(config), value };
    const where = path(readerRoutes.reaction, { siteId: config.site });
    const state = await services.identity.as((token) =>
      services.api<ReactionState>(where, { method: 'PUT', body, token }),
    );
    thread.dispatch({ type: 'reactions', ...state });
    tell();
  } catch (error) {
    thread.dispatch({ type: 'reactions', reactions, reaction });
    throw error;
  }
}
