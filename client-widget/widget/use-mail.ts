import type { MailPut, MailView } from '../../shared/mail.ts';
import { noticeRoutes } from '../../shared/notice-routes.ts';
import { useHands } from './hands.ts';

/** What browsers call a place whose time zone they do not know. */
const NOWHERE = 'Etc/Unknown';

/** What can be asked of the service about the reader's mail; each answers how they get it then, and throws what was said against it. */
export function useMail(onChange: (mail: MailView) => void) {
  const { config, hands } = useHands();
  const { api, identity } = hands.services;
  const ask = async (path: string, method: 'PUT' | 'POST', body?: MailPut): Promise<void> =>
    onChange(await identity.as((token) => api<MailView>(path, { method, token, ...(body && { body }) })));
  return {
    /** The reader's clock goes with every change: what comes daily comes in their morning. */
    change: (now: MailPut): Promise<void> => {
      const { timeZone } = new Intl.DateTimeFormat().resolvedOptions();
      return ask(noticeRoutes.mail, 'PUT', {
        ...now,
        lang: config.lang,
        ...(timeZone === NOWHERE ? {} : { timeZone }),
      });
    },
    sendAgain: () => ask(noticeRoutes.mailConfirmation, 'POST'),
    remove: async (mail: MailView): Promise<void> => {
      await identity.as((token) => api<null>(noticeRoutes.mail, { method: 'DELETE', token }));
      onChange({ ...mail, state: 'none', address: null });
    },
  };
}
