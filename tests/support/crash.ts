import { spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import type { ReviewCard } from '../../shared/review.ts';
import type { ServiceProcess } from './process.ts';
import type { Moderator, Reader } from './client.ts';

/** What one side was promised: kept outside the service, to be held against it afterwards. */
export interface Ledger {
  /** By Idempotency-Key: what was sent, and the id and state that were acknowledged, if they were. */
  posts: Map<string, { reader: Reader; text: string; parentId?: string; acknowledged?: { id: string; state: string } }>;
  /** By comment: what was decided, and whether it was acknowledged. */
  decisions: Map<string, { action: 'approve' | 'refuse'; key: string; acknowledged: boolean }>;
}

/** Process ids of a process's children, from the system's own table. */
export function childrenOf(pid: number): number[] {
  const { stdout } = spawnSync('ps', ['-A', '-o', 'pid=,ppid='], { encoding: 'utf8' });
  return stdout
    .split('\n')
    .map((line) => line.trim().split(/\s+/).map(Number))
    .filter(([, parent]) => parent === pid)
    .map(([child]) => child ?? 0);
}

/** Ends the service, its database, or both, without warning. */
export async function killHard(service: ServiceProcess, what: 'service' | 'store' | 'both'): Promise<void> {
  const stores = what === 'service' ? [] : childrenOf(service.child.pid ?? 0);
  if (what !== 'store') service.child.kill('SIGKILL');
  for (const pid of stores) process.kill(pid, 'SIGKILL');
  if (what === 'store') service.child.kill('SIGKILL');
  await service.kill();
}

/** Posts one comment as planned in the ledger and notes what is acknowledged; errors are what crashes are made of. */
export async function deliver(ledger: Ledger, key: string): Promise<void> {
  const post = ledger.posts.get(key);
  if (post === undefined) return;
  const reply = await post.reader
    .post(post.text, { key, ...(post.parentId === undefined ? {} : { parentId: post.parentId }) })
    .catch(() => null);
  if (reply?.status === 201 || reply?.status === 202)
    post.acknowledged = { id: reply.body.id, state: reply.body.state };
}

/** Plans a comment: some plain, some replies to `question`, some profane. */
export function plan(ledger: Ledger, reader: Reader, question: string, i: number): string {
  const key = randomUUID();
  // Numbered, since random letters would now and then be a word that is held.
  const n = ledger.posts.size + 1;
  const text = i % 3 === 2 ? `quel connard, commentaire numéro ${n}` : `commentaire numéro ${n}`;
  ledger.posts.set(key, { reader, text, ...(i % 3 === 1 ? { parentId: question } : {}) });
  return key;
}

/** Decides one held comment and notes what is acknowledged. */
export async function decideOne(ledger: Ledger, moderator: Moderator, card: ReviewCard): Promise<void> {
  const action = card.id.charCodeAt(card.id.length - 1) % 2 === 0 ? 'approve' : 'refuse';
  const decision = ledger.decisions.get(card.id) ?? { action, key: randomUUID(), acknowledged: false };
  ledger.decisions.set(card.id, decision);
  const seen = { expectedV: 1, expectedRev: 1 };
  const reply = await moderator
    .decide(card.id, action === 'approve' ? { action, ...seen } : { action, codes: ['abuse'], ...seen }, decision.key)
    .catch(() => null);
  if (reply?.status === 200) decision.acknowledged = true;
}
