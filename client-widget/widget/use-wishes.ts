import { noticeRoutes } from '../../shared/notice-routes.ts';
import { path } from '../../shared/routes.ts';
import type { SubscriptionKind, SubscriptionPut, SubscriptionView } from '../../shared/subscription.ts';
import type { ToldHere } from '../../shared/told.ts';
import { useHands } from './hands.ts';
import { emit } from './embed.ts';

export type Held = Pick<SubscriptionView, 'id' | 'kind' | 'mail'>;

const NOTHING: ToldHere = { thread: null, answers: null, mail: 'none' };

/**
 * What can be asked of the service about what the reader is told of, and of whom. It makes them somebody if they are nobody yet,
 * and what holds afterwards is drawn on the page and in their other tabs. Each throws what the service said against it.
 */
export function useWishes() {
  const { hands, root } = useHands();
  const { api, identity } = hands.services;
  const { thread } = hands;
  const draw = (now: Partial<ToldHere>) => {
    thread.dispatch({ type: 'holds', now: { told: { ...NOTHING, ...thread.state.told, ...now } } });
    hands.tell();
  };
  const settle = (kind: SubscriptionKind, held: ToldHere['thread']) => {
    if (kind === 'thread' || kind === 'answers') draw({ [kind]: held });
  };
  const tellPage = (kind: SubscriptionKind, active: boolean) => emit(root, 'tribune:subscribed', { kind, active });
  const put = async (wish: SubscriptionPut): Promise<SubscriptionView> => {
    const held = await identity.as((token) =>
      api<SubscriptionView>(noticeRoutes.subscriptions, { method: 'PUT', body: wish, token }),
    );
    settle(held.kind, { id: held.id, mail: held.mail });
    return held;
  };
  const mutes = async (method: 'PUT' | 'DELETE', personId: string) => {
    await identity.as((token) => api<null>(path(noticeRoutes.mute, { personId }), { method, token }));
    const others = (thread.state.muted ?? []).filter((id) => id !== personId);
    thread.dispatch({ type: 'holds', now: { muted: method === 'PUT' ? [...others, personId] : others } });
    hands.tell();
  };
  return {
    /** Has the reader told of something; it is the same one if they are told of it already. */
    ask: async (wish: SubscriptionPut): Promise<SubscriptionView> => {
      const held = await put(wish);
      tellPage(held.kind, true);
      return held;
    },
    /** With mail from now on, or without. */
    change: put,
    stop: async ({ id, kind }: Pick<Held, 'id' | 'kind'>): Promise<void> => {
      const where = path(noticeRoutes.subscription, { subscriptionId: id });
      await identity.as((token) => api<null>(where, { method: 'DELETE', token }));
      const { told } = thread.state;
      // It may have been about another discussion.
      if (told?.thread?.id === id || told?.answers?.id === id) settle(kind, null);
      tellPage(kind, false);
    },
    mute: (personId: string) => mutes('PUT', personId),
    unmute: (personId: string) => mutes('DELETE', personId),
    /** Whether mail reaches the reader has changed. */
    mailed: (mail: ToldHere['mail']) => draw({ mail }),
  };
}

export type Wishes = ReturnType<typeof useWishes>;
