import { complaint } from '../embedded-mongo/complaint.ts';
import { CompactionError } from '../embedded-mongo/store/compaction.ts';
import { DumpError } from '../transfer/dump-error.ts';
import { auditVerify } from './audit-verify.ts';
import { CommandFailure, UsageError, type Command } from './command.ts';
import { siteCreate, siteExport, siteList, siteSet, siteShow } from './site-commands.ts';
import { storeCheck } from './store-check.ts';
import { storeCompact } from './store-compact.ts';
import { storeExport } from './store-export.ts';
import { storeImport } from './store-import.ts';
import { teamRescue } from './team-rescue.ts';
import type { Terminal } from './terminal.ts';

const COMMANDS: readonly Command[] = [
  ...[storeCheck, storeCompact, storeExport, storeImport, auditVerify],
  ...[siteList, siteShow, siteCreate, siteSet, siteExport, teamRescue],
];
const CALL = 'npm run tribune --';

function overview(): string {
  const width = Math.max(...COMMANDS.map(({ name }) => name.length));
  const lines = COMMANDS.map(({ name, summary }) => `  ${name.padEnd(width)}  ${summary}`);
  return [`Usage: ${CALL} COMMAND ...`, '', ...lines, '', `${CALL} COMMAND --help says more about one.`].join('\n');
}

function helpFor(command: Command): string {
  return `Usage: ${CALL} ${command.name} ${command.usage}\n\n${command.details}`;
}

/** The command whose name the arguments begin with, and the rest of them. */
function find(args: readonly string[]): { command: Command; rest: string[] } | undefined {
  for (const command of COMMANDS) {
    const words = command.name.split(' ');
    if (words.every((word, i) => args[i] === word)) return { command, rest: args.slice(words.length) };
  }
  return undefined;
}

/**
 * Runs the command that the arguments name.
 * @returns the exit code: 0 done, 1 something is wrong, 2 the command line cannot be understood
 */
export async function runCommand(args: readonly string[], terminal: Terminal): Promise<number> {
  const found = find(args);
  if (found === undefined) {
    const asked = args.length === 0 || ['--help', '-h', 'help'].includes(args[0] ?? '');
    if (!asked) terminal.note(`There is no command '${args.slice(0, 2).join(' ')}'.\n`);
    if (asked) terminal.say(overview());
    else terminal.note(overview());
    return asked && args.length > 0 ? 0 : 2;
  }
  const { command, rest } = found;
  if (rest.includes('--help') || rest.includes('-h')) {
    terminal.say(helpFor(command));
    return 0;
  }
  try {
    return await command.run(rest, terminal);
  } catch (error) {
    if (error instanceof UsageError) {
      terminal.note(`${error.message}\nUsage: ${CALL} ${command.name} ${command.usage}`);
      return 2;
    }
    terminal.note(explain(error));
    return 1;
  } finally {
    terminal.clear();
  }
}

function explain(error: unknown): string {
  if (error instanceof CommandFailure || error instanceof CompactionError || error instanceof DumpError)
    return error.message;
  return complaint(error) ?? (error instanceof Error ? (error.stack ?? error.message) : String(error));
}
