import { useEffect, useRef, useState } from 'preact/hooks';
import type { BulkPreview, BulkRequest, BulkSelection, BulkView } from '../../shared/bulk.ts';
import { newKey } from '../kit/api.ts';
import { previewOf } from './api.ts';
import type { ConsoleApi, Trouble } from './api.ts';
import { actOf } from './bulk-draft.ts';
import type { BulkDraft, DraftFault } from './bulk-draft.ts';
import { fieldValue } from './snooze-times.ts';

export interface Bulk {
  /** What it would be about; null until the service has counted. */
  preview: BulkPreview | null;
  trouble: Trouble | null;
  draft: BulkDraft;
  fault: DraftFault | null;
  isSending: boolean;
  write: (change: Partial<BulkDraft>) => void;
  /** Counts anew. */
  count: () => void;
  send: () => void;
}

const HOUR = 3_600_000;

/** One act on many comments, from the first count to the service's word that it has begun. */
export function useBulk(
  api: Pick<ConsoleApi, 'previewBulk' | 'startBulk'>,
  { selection, onBegun }: { selection: BulkSelection; onBegun: (bulk: BulkView) => void },
): Bulk {
  const [preview, setPreview] = useState<BulkPreview | null>(null);
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const [fault, setFault] = useState<DraftFault | null>(null);
  const [isSending, setSending] = useState(false);
  const [draft, setDraft] = useState<BulkDraft>(() => ({
    ...{ action: null, codes: [], note: '', remark: '', typed: '' },
    until: fieldValue(new Date(Date.now() + 2 * HOUR)),
  }));
  /** What was sent last, and with which key: sent again as it is, it is the same act. */
  const sent = useRef({ body: '', key: '' });
  const mustType = 'filter' in selection;

  async function count(): Promise<void> {
    setTrouble(null);
    const answer = await api.previewBulk(selection);
    if (answer.ok) setPreview(answer.value);
    else setTrouble(answer.trouble);
  }
  useEffect(() => void count(), []);

  async function send(): Promise<void> {
    if (preview === null || preview.count === 0 || isSending) return;
    const done = actOf(draft, { count: mustType ? preview.count : null, now: new Date() });
    setFault('fault' in done ? done.fault : null);
    if ('fault' in done) return;
    const request: BulkRequest = { select: selection, act: done.act, count: preview.count };
    const body = JSON.stringify(request);
    if (sent.current.body !== body) sent.current = { body, key: newKey() };
    setSending(true);
    setTrouble(null);
    const answer = await api.startBulk(request, sent.current.key);
    setSending(false);
    if (answer.ok) return onBegun(answer.value);
    setTrouble(answer.trouble);
    const now = previewOf(answer.trouble);
    if (now === null) return;
    // The number is another by now: it is confirmed anew.
    setPreview(now);
    setDraft((was) => ({ ...was, typed: '' }));
  }

  return {
    ...{ preview, trouble, draft, fault, isSending },
    write(change) {
      setFault(null);
      setDraft((was) => ({ ...was, ...change }));
    },
    count: () => void count(),
    send: () => void send(),
  };
}
