import { readFile } from 'node:fs/promises';
import { Problem } from '../../shared/problem.ts';
import { countWiped } from '../compliance/retention.ts';
import { createWordFinders } from '../moderation/site-words.ts';
import { settingsFaults } from '../moderation/settings-faults.ts';
import { createOutbound } from '../outbound.ts';
import { problemDocument } from '../problem-document.ts';
import { createOriginWatch } from '../sites/origin-watch.ts';
import type { SiteFactsDeps } from '../sites/site-facts.ts';
import type { SiteModerationDeps } from '../sites/site-moderation.ts';
import { parseSitesFile } from '../sites/sites-file.ts';
import { createSites } from '../sites/sites.ts';
import { CommandFailure } from './command.ts';
import { withService, type DatabaseChoice } from './database.ts';
import type { Terminal } from './terminal.ts';

/** Who has done it, in the history of a site. */
export const BY_COMMAND = { id: 'command-line', name: 'npm run tribune' };

export const SITE_OPTIONS = {
  uri: { type: 'string' },
  path: { type: 'string' },
  'sites-file': { type: 'string' },
  'outbound-allow': { type: 'string' },
  confirm: { type: 'string' },
} as const;

export const SITE_USAGE = '(--uri URI | --path DIR)';
export const WHICH_STORE = `  --uri URI    a MongoDB with the service's database, as in MONGODB_URI
  --path DIR   a store's folder: the 'store' folder inside of DATA_DIR. While the service runs on it, it is reached
               through the service's socket, and the service has noticed within five seconds.`;
export const WHICH_RULES = `  --sites-file FILE     as in SITES_FILE: what it says is changed there alone
  --outbound-allow LIST as in OUTBOUND_ALLOW: hosts of your own network that alerts may be posted to`;

/** What the use cases of the console are built from, over the database alone. */
export interface SiteDesk {
  facts: SiteFactsDeps;
  rules: SiteModerationDeps;
}

interface Options extends DatabaseChoice {
  'sites-file'?: string | undefined;
  'outbound-allow'?: string | undefined;
}

/**
 * Does something about the sites of a service, whether it runs or not, as the console would.
 * @throws CommandFailure in words for what the console would refuse
 */
export async function atSiteDesk<T>(
  { uri, path, ...options }: Options,
  terminal: Terminal,
  work: (desk: SiteDesk) => Promise<T>,
): Promise<T> {
  const file = options['sites-file'];
  const sitesFile = file === undefined ? new Map() : parseSitesFile(await readFile(file, 'utf8'));
  const allow = options['outbound-allow']?.split(',').map((host) => host.trim().toLowerCase()) ?? [];
  return withService({ uri, path }, terminal, async (store) => {
    const now = (): Date => new Date();
    const sites = createSites(store.sites, now);
    const { mayCall } = createOutbound({ allow });
    const finders = createWordFinders();
    const facts: SiteFactsDeps = {
      ...{ sites, store: store.sites, changes: store.siteChanges, origins: createOriginWatch(now), sitesFile, now },
      publicUrl: () => '',
    };
    const rules: SiteModerationDeps = {
      ...{ sites, changes: store.settingChanges, sitesFile, now },
      wiped: (siteId, change) => countWiped({ ...store, now }, siteId, change),
      faultsIn: (settings) => settingsFaults(settings, { finders, mayCall }),
    };
    try {
      return await work({ facts, rules });
    } catch (error) {
      throw error instanceof Problem ? inWords(error) : error;
    }
  });
}

function inWords(problem: Problem): CommandFailure {
  if (problem.code === 'confirm-number') {
    const count = String(problem.extras.extensions?.['count']);
    return new CommandFailure(
      `${count} refused comments lose their words by that, and nothing brings them back. Say --confirm ${count} if it is meant.`,
    );
  }
  const { detail, errors = [] } = problemDocument(problem, 'en');
  return new CommandFailure([detail, ...errors.map(({ path, message }) => `  ${path}: ${message}`)].join('\n'));
}
