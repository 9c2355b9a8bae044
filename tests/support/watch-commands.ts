import mongoose from 'mongoose';

type Command = Record<string, unknown>;

/** What asks or changes documents by a filter, and so has a plan. */
const PLANNED = ['find', 'aggregate', 'count', 'distinct', 'findAndModify', 'update', 'delete'];
/** What an explained command does not take. */
const AROUND = ['lsid', '$db', '$clusterTime', 'txnNumber', '$readPreference'];

/**
 * Hears every command the store opened last sends that has a plan, one per statement, as `explain` takes it. It must have been
 * opened over a URI with `monitorCommands=true`.
 */
export function watchCommands(): { heard: Command[]; explain: (command: Command) => Promise<unknown> } {
  const { connection, db } = openedLast();
  const heard: Command[] = [];
  connection.getClient().on('commandStarted', ({ commandName, command }) => {
    if (!PLANNED.includes(commandName)) return;
    const plain = Object.fromEntries(Object.entries(command).filter(([name]) => !AROUND.includes(name)));
    const many = commandName === 'update' ? 'updates' : commandName === 'delete' ? 'deletes' : null;
    if (many === null) heard.push(plain);
    else for (const one of plain[many] as Command[]) heard.push({ ...plain, [many]: [one] });
  });
  return { heard, explain: (command) => db.command({ explain: command, verbosity: 'queryPlanner' }) };
}

/** What the loops of the service ask every few seconds, whether anything is posted or not. */
const HEAT_ROUND = 'find threads heatAt';
const ROUNDS = [
  'find comments mod.outboxAt',
  'find comments mod.snooze.until,mod.snooze',
  'find comments mod.tellAt',
  'find comments mod.wipeAt',
  // Of sites that do not keep everything, once a minute.
  'find comments siteId,mod.review,mod.outcome.kind,text,mod.outcome.at,mod.tellAt',
  'find people siteId,kind,email',
  'find bulk state,leaseUntil',
  'find erasures state,leaseUntil',
  'find sites removal.leaseUntil',
  'findAndModify fanouts leaseUntil',
  'find letters state,dueAt,attempts',
  'find people sanctions.outboxAt',
  'update people mail.state,mail.askedAt',
  'update people mail.state,mail.bouncedAt',
  'find threads acts.outboxAt',
  'find votes dueAt',
  'findAndModify webhook_calls state,dueAt',
  'hello 1',
  HEAT_ROUND,
];

/**
 * Hears every command the store opened last sends, but for those of the periodic rounds, as "find comments siteId,textHash":
 * the command, the collection, and the fields it goes by. The store must have been opened as for `watchCommands`.
 * `heatRound` resolves when the service has looked once more which threads are hot.
 */
export function watchTraffic(): { heard: string[]; heatRound: () => Promise<void> } {
  const heard: string[] = [];
  const client = openedLast().connection.getClient();
  let waiting: (() => void)[] = [];
  const rounds = new Set<number>();
  client.on('commandStarted', ({ commandName, command, requestId }) => {
    const told = [commandName, String(command[commandName]), fieldsOf(command)].filter(Boolean).join(' ');
    if (told === HEAT_ROUND && waiting.length > 0) rounds.add(requestId);
    if (!ROUNDS.includes(told)) heard.push(told);
  });
  client.on('commandSucceeded', ({ requestId }) => {
    if (rounds.delete(requestId)) waiting.splice(0).forEach((go) => go());
  });
  return { heard, heatRound: () => new Promise((resolve) => (waiting = [...waiting, resolve])) };
}

function fieldsOf(command: Command): string {
  const [update] = (command['updates'] as { q: object }[] | undefined) ?? [];
  const [match] = (command['pipeline'] as { $match?: object }[] | undefined) ?? [];
  return Object.keys(command['filter'] ?? command['query'] ?? update?.q ?? match?.$match ?? {}).join(',');
}

function openedLast(): { connection: mongoose.Connection; db: NonNullable<mongoose.Connection['db']> } {
  const connection = mongoose.connections.findLast((one) => one.readyState === mongoose.ConnectionStates.connected);
  if (connection?.db === undefined) throw new Error('no store is open');
  return { connection, db: connection.db };
}

/** The names of all stages of a plan. */
export function stagesOf(plan: unknown): string[] {
  if (Array.isArray(plan)) return plan.flatMap(stagesOf);
  if (typeof plan !== 'object' || plan === null) return [];
  const { stage } = plan as { stage?: unknown };
  return [...(typeof stage === 'string' ? [stage] : []), ...Object.values(plan).flatMap(stagesOf)];
}
