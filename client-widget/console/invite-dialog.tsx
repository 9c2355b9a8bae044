import type { JSX } from 'preact';
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import type { Invite } from '../../shared/identity.ts';
import type { Answer, ConsoleApi } from './api.ts';
import { Dialog } from './dialog.tsx';
import { useSpeech } from './language.tsx';
import { momentOf } from './times.ts';
import { TroubleNote } from './trouble-note.tsx';

/** Makes a one-time link for a colleague and shows it, once. */
export function InviteDialog({ api, onClose }: { api: ConsoleApi; onClose: () => void }): JSX.Element {
  const { locale, words, say } = useSpeech();
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const [answer, setAnswer] = useState<Answer<Invite> | null>(null);
  const [isCopied, setCopied] = useState(false);

  useEffect(() => {
    void api.invite().then(setAnswer);
  }, []);

  async function copy(url: string): Promise<void> {
    try {
      await navigator.clipboard.writeText(url);
      setCopied(true);
    } catch {
      // Not allowed here: selected, the link can be copied by hand.
      field.current?.select();
    }
  }

  return (
    <Dialog title={say(words.bar.invite)} onClose={onClose}>
      <p>{say(words.invitation.lead)}</p>
      {answer === null && <p class="quiet">{say(words.invitation.making)}</p>}
      <TroubleNote trouble={answer?.ok === false ? answer.trouble : null} />
      {answer?.ok === true && (
        <div class="field">
          <label for={id}>{say(words.invitation.address)}</label>
          <div class="copy-row">
            <input ref={field} id={id} readonly value={answer.value.url} onFocus={() => field.current?.select()} />
            <button type="button" class="button primary" onClick={() => void copy(answer.value.url)}>
              {say(isCopied ? words.invitation.copied : words.invitation.copy)}
            </button>
          </div>
          <p class="hint">{say(words.invitation.expires, { when: momentOf(answer.value.expiresAt, locale) })}</p>
        </div>
      )}
      <p role="status" class="unseen">
        {isCopied && say(words.invitation.copied)}
      </p>
    </Dialog>
  );
}
