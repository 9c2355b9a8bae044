import { checkStore, type StoreReport } from '../embedded-mongo/store/check-store.ts';
import { existingStore } from '../embedded-mongo/store/folder.ts';
import { type Command, readArguments, UsageError } from './command.ts';
import { inBytes, type Terminal } from './terminal.ts';

/** Verifies the embedded database's folder while nothing runs on it. */
export const storeCheck: Command = {
  name: 'store check',
  usage: 'DIR',
  summary: 'verify the folder of an embedded database',
  details: `DIR is the store's folder: the 'store' folder inside of DATA_DIR. The service must be stopped.

Looks at every page of the file (page numbers, kinds, transactions, order and bounds of keys, depth and counters of
every tree, free pages), then at every document (sound BSON, all of its index keys, no key too many, counters), and
prints a SHA-256 of the content of each collection and of all: the same content in two folders gives the same one.
LMDB keeps no checksums: a flipped bit inside a value that still is sound BSON shows only in the SHA-256.
Exit code 1 when something is wrong.`,
  run: async (args, terminal) => {
    const { positionals } = readArguments(args, {}, 1);
    const [folder] = positionals;
    if (folder === undefined) throw new UsageError('The folder of the store is missing.');
    const path = existingStore(folder);
    const report = await checkStore(path, (what, done, total) => terminal.progress(`checking ${what}`, done, total));
    show(report, terminal);
    if (report.findings.count === 0) {
      terminal.say(`${path} is sound.`);
      return 0;
    }
    for (const text of report.findings.texts) terminal.say(`WRONG ${text}`);
    const more = report.findings.count - report.findings.texts.length;
    if (more > 0) terminal.say(`... and ${more} more`);
    terminal.say(
      `${path} is damaged: ${report.findings.count} findings. Keep a copy of it, and restore the last dump into a new folder ('store import').`,
    );
    return 1;
  },
};

function show({ pages, collections, sha256 }: StoreReport, terminal: Terminal): void {
  const { fileBytes, pageSize, used, free, lost } = pages;
  const idle = [`${free} free`, ...(lost > 0 ? [`${lost} lost until a compaction`] : [])].join(', ');
  terminal.say(`file     ${inBytes(fileBytes)}, pages of ${pageSize} bytes: ${used} used, ${idle}`);
  for (const { namespace, documents, bytes, indexes, sha256: hash } of collections) {
    terminal.say(
      `         ${namespace}: ${documents} documents, ${inBytes(bytes)}, ${indexes} indexes, SHA-256 ${hash}`,
    );
  }
  if (sha256 !== undefined) terminal.say(`content  SHA-256 ${sha256}`);
}
