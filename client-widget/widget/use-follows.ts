import { useEffect, useState } from 'preact/hooks';
import type { MailView } from '../../shared/mail.ts';
import { noticeRoutes } from '../../shared/notice-routes.ts';
import { path } from '../../shared/routes.ts';
import type { Mutes, Subscriptions } from '../../shared/subscription.ts';
import { useHands } from './hands.ts';

/** Everything the reader is told of, page by page, with how mail comes; and everybody they have muted. */
export function useFollows() {
  const { hands } = useHands();
  const { api, identity } = hands.services;
  const [all, setAll] = useState<Subscriptions | null>(null);
  const [mutes, setMutes] = useState<Mutes['items']>([]);
  const [status, setStatus] = useState<'loading' | 'ready' | 'failed'>('loading');
  const run = (step: () => Promise<void>) => {
    setStatus('loading');
    step().then(
      () => setStatus('ready'),
      () => setStatus('failed'),
    );
  };
  const page = (cursor?: string) =>
    identity.as((token) => api<Subscriptions>(path(noticeRoutes.subscriptions, {}, { cursor }), { token }));
  const load = () =>
    run(async () => {
      const [first, muted] = await Promise.all([
        page(),
        identity.as((token) => api<Mutes>(noticeRoutes.mutes, { token })),
      ]);
      setAll(first);
      setMutes(muted.items);
    });
  useEffect(load, []);
  return {
    all,
    mutes,
    status,
    load,
    more: () => {
      const cursor = all?.next;
      if (!cursor || status === 'loading') return;
      run(async () => {
        const further = await page(cursor);
        setAll((known) => ({ ...further, items: [...(known?.items ?? []), ...further.items] }));
      });
    },
    /** It is no more. */
    drop: (id: string) => setAll((known) => known && { ...known, items: known.items.filter((one) => one.id !== id) }),
    /** They are muted no more. */
    letIn: (id: string) => setMutes((known) => known.filter((one) => one.id !== id)),
    setMail: (mail: MailView) => setAll((known) => known && { ...known, mail }),
  };
}
