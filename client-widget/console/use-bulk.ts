import { useState } from 'preact/hooks';
import type { BulkPreview, BulkRequest, BulkSelection, BulkView } from '../../shared/bulk.ts';
import { previewOf } from './api.ts';
import type { ConsoleApi, Trouble } from './api.ts';
import { actOf } from './bulk-draft.ts';
import type { BulkDraft, DraftFault } from './bulk-draft.ts';
import { fieldValue } from './snooze-times.ts';
import { useLoaded } from './use-loaded.ts';
import { useSending } from './use-sending.ts';

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
  const counted = useLoaded(() => api.previewBulk(selection));
  const sending = useSending((trouble) => {
    const now = previewOf(trouble);
    if (now === null) return;
    // The number is another by now: it is confirmed anew.
    counted.show(now);
    setDraft((was) => ({ ...was, typed: '' }));
  });
  const [fault, setFault] = useState<DraftFault | null>(null);
  const [draft, setDraft] = useState<BulkDraft>(() => ({
    ...{ action: null, codes: [], note: '', remark: '', typed: '' },
    until: fieldValue(new Date(Date.now() + 2 * HOUR)),
  }));
  const { value: preview } = counted;
  const mustType = 'filter' in selection;

  function send(): void {
    if (preview === null || preview.count === 0 || sending.isSending) return;
    const done = actOf(draft, { count: mustType ? preview.count : null, now: new Date() });
    setFault('fault' in done ? done.fault : null);
    if ('fault' in done) return;
    const request: BulkRequest = { select: selection, act: done.act, count: preview.count };
    void sending.send(({ key }) => api.startBulk(request, key), onBegun, request);
  }

  return {
    ...{ preview, draft, fault, send, isSending: sending.isSending },
    trouble: counted.trouble ?? sending.trouble,
    write(change) {
      setFault(null);
      setDraft((was) => ({ ...was, ...change }));
    },
    count: () => void counted.again(),
  };
}
