import { CommandError, codeName } from '../errors.ts';
import type { Request } from './request.ts';

const MAX_STATEMENTS = 100_000;
/** Statements that may share one commit. */
const TOGETHER = 500;

/** One failed statement, as it stands in writeErrors. */
export function writeError(index: number, error: unknown): Record<string, unknown> {
  if (!(error instanceof CommandError)) throw error;
  const { code, message: errmsg, extra } = error;
  return { index, code, codeName: codeName(code), errmsg, ...extra };
}

/** @throws CommandError 16 */
export function checkCount(count: number, name: string): void {
  if (count >= 1 && count <= MAX_STATEMENTS) return;
  throw new CommandError(
    16,
    `Write batch sizes must be between 1 and ${MAX_STATEMENTS}. Got ${count} operations in ${name}.`,
  );
}

/** A statement of an ordered batch behind one that failed. */
class PassedOver extends CommandError {
  constructor() {
    super(1, 'a statement before this one failed');
  }
}

/**
 * Goes around the work of a statement inside its write transaction: keeps it from running when one before it failed,
 * and notes its own failure at once, before the next statement of the same transaction has its turn.
 */
export type Guard = <T>(work: () => T) => T;

type Run = (statement: Buffer, index: number, guard: Guard) => Promise<void>;

/**
 * Runs the statements of a batch, gathering errors as writeErrors. Those that are `quick` are queued together and
 * share their commits; the queue keeps their order, so that an ordered batch still stops at the first failure.
 */
export async function eachStatement(
  request: Request,
  field: string,
  isQuick: (statement: Buffer) => boolean,
  run: Run,
): Promise<Record<string, unknown>[]> {
  const statements = request.documents(field);
  checkCount(statements.length, request.name);
  const ordered = !request.has('ordered') || request.flag('ordered');
  const errors: Record<string, unknown>[] = [];
  let failedAt = Infinity;
  const settle = async (index: number): Promise<void> => {
    const guard: Guard = (work) => {
      if (ordered && index > failedAt) throw new PassedOver();
      try {
        return work();
      } catch (error) {
        failedAt = Math.min(failedAt, index);
        throw error;
      }
    };
    try {
      await run(statements[index]!, index, guard);
    } catch (error) {
      if (error instanceof PassedOver) return;
      failedAt = Math.min(failedAt, index);
      errors.push(writeError(index, error));
    }
  };
  let pending: Promise<void>[] = [];
  for (let index = 0; index < statements.length && !(ordered && failedAt < index); index++) {
    // A batch of one, which most are, need not be looked at twice.
    const alone = ordered && statements.length > 1 && !isQuickly(isQuick, statements[index]!);
    if (alone || pending.length === TOGETHER) {
      await Promise.all(pending);
      pending = [];
    }
    const settled = settle(index);
    if (alone) await settled;
    else pending.push(settled);
  }
  await Promise.all(pending);
  return errors.sort((left, right) => Number(left['index']) - Number(right['index']));
}

/** A statement that cannot even be read is left to fail by itself, in its turn. */
function isQuickly(isQuick: (statement: Buffer) => boolean, statement: Buffer): boolean {
  try {
    return isQuick(statement);
  } catch {
    return false;
  }
}
