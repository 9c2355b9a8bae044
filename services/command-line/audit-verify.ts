import { verifyAudit } from '../moderation/verify-audit.ts';
import { type Command, readArguments } from './command.ts';
import { withTrails } from './database.ts';

/** Findings that are named; the others are counted. */
const NAMED = 20;

/** Verifies that the audit accounts for every comment. */
export const auditVerify: Command = {
  name: 'audit verify',
  usage: '(--uri URI | --path DIR)',
  summary: 'verify that nothing in the audit was changed',
  details: `  --uri URI    a MongoDB with the service's database, as in MONGODB_URI
  --path DIR   a store's folder: the 'store' folder inside of DATA_DIR. While the service runs on it, it is read
               through the service's socket.

Holds every comment against its events: they are numbered without a gap, each carries the hash of the one before and
of its own content, each begins where the one before ended, the last one ended where the comment stands, and whatever
was taken back is there and was taken back once. What the service has not carried into the audit yet counts from the
comment's outbox. Nothing is written. Exit code 1 when something is wrong.

The hashes show a change of single events; whoever can write to the database and knows how could make a whole chain
anew. Keep an export of the audit elsewhere against that.`,
  run: async (args, terminal) => {
    const text = { type: 'string' } as const;
    const { uri, path } = readArguments(args, { uri: text, path: text }).values;
    let findings = 0;
    const verified = await withTrails({ uri, path }, terminal, async (trails) => {
      const { comments } = await trails.counts();
      return verifyAudit(trails, {
        found: (what) => {
          findings += 1;
          if (findings <= NAMED) terminal.say(`WRONG ${what}`);
        },
        seen: (done) => terminal.progress('verifying comments', done, comments),
      });
    });
    if (findings > NAMED) terminal.say(`... and ${findings - NAMED} more`);
    terminal.say(`${verified.comments} comments, ${verified.events} events: ${verdict(findings)}`);
    return findings === 0 ? 0 : 1;
  },
};

function verdict(findings: number): string {
  if (findings === 0) return 'the audit accounts for all of them.';
  return `${findings} ${findings === 1 ? 'finding' : 'findings'}.`;
}
