import type { SiteAdminSentences } from './site-admin-sentences.ts';

export const siteAdminEn: SiteAdminSentences = {
  siteRemoval: {
    title: 'Remove the site',
    lead: 'Everything there is of it is deleted, and nothing of it can be brought back.',
    openFirst: 'Close the site first: switch “Closed” on and save.',
    fromFile: 'The service has this site from its file of sites. Take it out of the file first.',
    remove: 'Remove this site…',
    question: 'Remove {name}?',
    what: 'All its comments go for good, with its readers and their votes, subscriptions and mails, its rules and keys, and the audit.',
    team: 'Members of the team who are for this site alone leave the team.',
    keep: 'Download the audit first if you have to keep it, and make a backup.',
    typed: 'Name of the site',
    typedHint: 'Type “{name}” if you mean it.',
    removeNow: 'Remove for good',
    underWay: 'Sites being removed',
    begun: 'By {by}, {when}',
    comments: {
      one: '{n} comment is still to go, of {total}.',
      other: '{n} comments are still to go, of {total}.',
    },
    rest: 'The comments are gone, and the rest follows. The id {id} can be used again from {when} on.',
  },
};
