/** Paths that readers' pages ask once somebody wants to be told of something, or no more; apart for the same reason as `readerRoutes`. */
export const noticeRoutes = {
  subscriptions: '/v1/me/subscriptions',
  subscription: '/v1/me/subscriptions/:subscriptionId',
  mutes: '/v1/me/mutes',
  mute: '/v1/me/mutes/:personId',
  mail: '/v1/me/mail',
  mailConfirmation: '/v1/me/mail/confirmation',
} as const;
