import { useEffect, useRef, useState } from 'preact/hooks';
import type { MineSentences } from '../../shared/messages/mine/sentences.ts';
import type { ErasureState, ErasureView } from '../../shared/own.ts';
import { readerRoutes } from '../../shared/routes.ts';
import { ApiProblem } from '../kit/api.ts';
import { useHands } from './hands.ts';
import { MineErase, type Erasing } from './mine-erase.tsx';

interface DataProps {
  words: MineSentences;
  /** Comments have gone. */
  onChanged: () => void;
  /** The reader is nobody here any more. */
  onNobody: () => void;
}

/** A large export takes its time. Milliseconds. */
const EXPORT_MS = 600_000;
const POLL_MS = 700;

/** What the reader can do with all that is theirs: take it along, or have it deleted. */
export function MineData({ words, onChanged, onNobody }: DataProps) {
  const { hands, words: said } = useHands();
  const { say } = said;
  const { api, identity, memory } = hands.services;
  const [state, setState] = useState<ErasureState | null>(null);
  const [asking, setAsking] = useState<Erasing | null>(null);
  const [line, setLine] = useState('');
  const [busy, setBusy] = useState(false);
  const status = useRef<HTMLParagraphElement>(null);
  const isOpen = useRef(true);
  const [isNobody, setNobody] = useState(false);
  const tell = (error: unknown) => setLine(error instanceof ApiProblem ? error.detail : say(hands.words.failed));
  /** Reads the number, and follows what is under way to its end; `begun`: what was, a moment ago, may be over. */
  const look = async (begun = false): Promise<void> => {
    const now = await identity.as((token) => api<ErasureState>(readerRoutes.erasure, { token }));
    if (!isOpen.current) return;
    setState(now);
    const { erasure } = now;
    if (erasure?.state === 'running') {
      setLine(say(words.running, { done: erasure.done, n: erasure.total }));
      await new Promise((resolve) => setTimeout(resolve, POLL_MS));
      return look(true);
    }
    if (!begun || !erasure?.total) return;
    setLine(say(words.erased));
    onChanged();
    void hands.thread.load(hands.thread.state.sort).catch(() => undefined);
    hands.tell();
  };
  useEffect(() => {
    look().catch(tell);
    return () => void (isOpen.current = false);
  }, []);
  const download = async () => {
    if (busy) return;
    setBusy(true);
    try {
      const all = await identity.as((token) => api<object>(readerRoutes.ownExport, { token, timeout: EXPORT_MS }));
      save(new Blob([JSON.stringify(all, null, 1)], { type: 'application/json' }));
      setLine(say(words.exported));
    } catch (error) {
      tell(error);
    }
    setBusy(false);
  };
  const erase = async (what: Erasing, count: number) => {
    const { token } = identity;
    if (token === null) return;
    await api<ErasureView>(readerRoutes.erasure, { method: 'POST', token, body: { what, count } });
    setAsking(null);
    status.current?.focus();
    if (what === 'comments') return void look(true).catch(tell);
    setNobody(true);
    onNobody();
    setLine(say(words.forgotten));
    memory.keep(false);
    memory.update({ name: '', email: '' });
    identity.forget(token);
    void hands.thread.load(hands.thread.state.sort).catch(() => undefined);
  };
  return (
    <section class="data">
      {!isNobody && (
        <>
          <h3>{say(words.yours)}</h3>
          <p class="why">{say(words.exportWhy)}</p>
          <div class="choices">
            <button type="button" class="wide" aria-disabled={busy} onClick={() => void download()}>
              {say(words.export)}
            </button>
            {state !== null && state.count > 0 && (
              <button type="button" class="wide away" onClick={() => setAsking('comments')}>
                {say(words.erase)}
              </button>
            )}
            {state !== null && (
              <button type="button" class="wide away" onClick={() => setAsking('everything')}>
                {say(words.forget)}
              </button>
            )}
          </div>
          {asking !== null && state !== null && (
            <MineErase
              key={asking}
              {...{ what: asking, count: state.count, days: state.days, words }}
              erase={(count) => erase(asking, count)}
              onRecount={(count) => setState({ ...state, count })}
              onClose={() => setAsking(null)}
            />
          )}
        </>
      )}
      <p ref={status} class="line" role="status" tabIndex={-1}>
        {line}
      </p>
    </section>
  );
}

/** Hands the reader a file. */
function save(file: Blob): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = `tribune-${new Date().toISOString().slice(0, 10)}.json`;
  link.click();
  URL.revokeObjectURL(link.href);
}
