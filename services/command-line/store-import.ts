import { importDump } from '../transfer/import.ts';
import { type Command, readArguments, UsageError } from './command.ts';
import { withDatabase } from './database.ts';

/** Loads a BSON dump written by `store export` or mongodump. */
export const storeImport: Command = {
  name: 'store import',
  usage: '--from DUMP (--uri URI | --path DIR) [--db NAME] [--as NAME] [--drop]',
  summary: 'load a dump, as mongorestore does',
  details: `  --from DUMP  the folder 'store export' or mongodump made, compressed or not
  --uri URI    a MongoDB, or a store that is being served
  --path DIR   a store's folder, or a new one; the service must be stopped
  --db NAME    only this database of the dump
  --as NAME    load it under this name
  --drop       replace collections that are there; without it they must be empty

The whole dump is read and checked before anything is written. A collection is loaded with its indexes, or not at all.`,
  run: async (args, terminal) => {
    const text = { type: 'string' } as const;
    const options = { uri: text, path: text, from: text, db: text, as: text, drop: { type: 'boolean' } } as const;
    const { uri, path, from, db, as, drop = false } = readArguments(args, options).values;
    if (from === undefined) throw new UsageError('--from is missing: the folder of the dump.');
    const { collections } = await withDatabase({ uri, path }, 'write', terminal, (target) =>
      importDump({
        ...{ target, from, drop, db, as },
        progress: (step, namespace, done, total) => terminal.progress(`${step} ${namespace}`, done, total),
      }),
    );
    for (const { namespace, documents, indexes } of collections)
      terminal.say(`${namespace}: ${documents} documents, ${indexes} indexes`);
    terminal.say('The dump is loaded.');
    return 0;
  },
};
