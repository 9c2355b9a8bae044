import { compactStore } from '../embedded-mongo/store/compaction.ts';
import { existingStore } from '../embedded-mongo/store/folder.ts';
import { type Command, readArguments, UsageError } from './command.ts';
import { inBytes } from './terminal.ts';

/** Gives the free pages of the embedded database back to the file system. */
export const storeCompact: Command = {
  name: 'store compact',
  usage: 'DIR',
  summary: 'shrink the folder of an embedded database',
  details: `DIR is the store's folder: the 'store' folder inside of DATA_DIR. The service must be stopped.

Writes a copy without free pages beside the file, reads it back and compares it, and puts it in the file's place at
once. It can be stopped or killed at any moment: the old file stays until the new one is complete, and what is left of
a copy is removed by the next start. Needs as much free space as the content takes.`,
  run: async (args, terminal) => {
    const { positionals } = readArguments(args, {}, 1);
    const [folder] = positionals;
    if (folder === undefined) throw new UsageError('The folder of the store is missing.');
    const path = existingStore(folder);
    const { before, after } = await compactStore(path, (step, done, total) => terminal.progress(step, done, total));
    terminal.say(`${path}: ${inBytes(before)} before, ${inBytes(after)} after.`);
    return 0;
  },
};
