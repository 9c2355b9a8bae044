import { runCommand } from './command-line/run-command.ts';
import { Terminal } from './command-line/terminal.ts';

/** `npm run tribune -- COMMAND`: what operators do beside running the service. */
process.exitCode = await runCommand(process.argv.slice(2), new Terminal(process.stdout, process.stderr));
