import { exportDump } from '../transfer/export.ts';
import { type Command, readArguments, UsageError } from './command.ts';
import { withDatabase } from './database.ts';

/** Stands for this program in the dump's prelude, where mongodump writes its own version. */
const TOOL_VERSION = '100.12.0';

/** Writes a BSON dump that MongoDB's tools read. */
export const storeExport: Command = {
  name: 'store export',
  usage: '(--uri URI | --path DIR) --out DUMP [--db NAME] [--gzip]',
  summary: 'write a dump, as mongodump does',
  details: `  --uri URI    a MongoDB, or a store that is being served
  --path DIR   a store's folder: the 'store' folder inside of DATA_DIR. While the service runs on it, it is read
               through the service's socket.
  --out DUMP   the folder to make
  --db NAME    only this database
  --gzip       compress every file

Writes DUMP/DB/COLLECTION.bson and .metadata.json in mongodump's layout, for 'store import' and mongorestore. The dump
gets its name when it is complete; until then it is DUMP.partial. Each collection is read once, document by document:
what is written meanwhile may be in it or not.`,
  run: async (args, terminal) => {
    const text = { type: 'string' } as const;
    const options = { uri: text, path: text, out: text, db: text, gzip: { type: 'boolean' } } as const;
    const { uri, path, out, db, gzip = false } = readArguments(args, options).values;
    if (out === undefined) throw new UsageError('--out is missing: the folder of the dump.');
    const { collections, skipped } = await withDatabase({ uri, path }, 'read', terminal, (source) =>
      exportDump({
        ...{ source, out, gzip, db, toolVersion: TOOL_VERSION },
        progress: (namespace, done, total) => terminal.progress(`exporting ${namespace}`, done, total),
      }),
    );
    for (const { namespace, documents } of collections) terminal.say(`${namespace}: ${documents} documents`);
    for (const what of skipped) terminal.note(`left out: ${what}`);
    terminal.say(`The dump is in ${out}.`);
    return 0;
  },
};
