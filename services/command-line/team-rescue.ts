import { routes } from '../../shared/routes.ts';
import { makeRescueLink } from '../auth/rescue.ts';
import { createRoles } from '../auth/roles.ts';
import { type Command, CommandFailure, readArguments, UsageError } from './command.ts';
import { withService } from './database.ts';

/** Lets an owner in again who has lost everything they sign in with. */
export const teamRescue: Command = {
  name: 'team rescue',
  usage: 'NAME (--uri URI | --path DIR) [--url URL]',
  summary: 'let an owner in again who has lost password and second factor',
  details: `  --uri URI    a MongoDB with the service's database, as in MONGODB_URI
  --path DIR   a store's folder: the 'store' folder inside of DATA_DIR. While the service runs on it, it is reached
               through the service's socket.
  --url URL    address under which people reach the service, as in PUBLIC_URL; http://localhost:3000 unless given

Prints a link that works once, for an hour, and makes any other such link useless. Whoever opens it chooses a new
password for this owner; the second factor they had and their sessions go with the old one, and a new factor has to be
set up before anything else. The team's history shows that the link was made, and that it was used. Whoever is no
owner is helped in the console: an owner resets the second factor, or removes and invites anew.`,
  run: async (args, terminal) => {
    const text = { type: 'string' } as const;
    const { values, positionals } = readArguments(args, { uri: text, path: text, url: text }, 1);
    const { uri, path, url = 'http://localhost:3000' } = values;
    const [name] = positionals;
    if (name === undefined) throw new UsageError('Whom? Give the name the owner signs in with.');
    if (!URL.canParse(url)) throw new UsageError(`--url is no address: ${url}`);
    const now = (): Date => new Date();
    const made = await withService({ uri, path }, terminal, ({ grants, moderators, teamChanges, teamEvents }) =>
      makeRescueLink(
        { grants, moderators, roles: createRoles({ moderators, changes: teamChanges, now }), teamEvents, now },
        name,
      ),
    );
    if (made === 'unknown') throw new CommandFailure(`Nobody in the team is called '${name}'.`);
    if (made === 'no-owner')
      throw new CommandFailure(`${name} is no owner. An owner can help them on the console's page Team.`);
    terminal.note(`For ${made.owner}, once, until ${made.expiresAt.toISOString()}:`);
    terminal.say(`${url.replace(/\/$/, '')}${routes.console}#rescue=${made.code}`);
    return 0;
  },
};
