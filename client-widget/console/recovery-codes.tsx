import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { useSpeech } from './language.tsx';

interface Props {
  codes: readonly string[];
  onDone: () => void;
}

/** A set of recovery codes, shown this once: to be copied or printed, and gone once that is confirmed. */
export function RecoveryCodes({ codes, onDone }: Props): JSX.Element {
  const { words, say } = useSpeech();
  const list = useRef<HTMLOListElement>(null);
  const [isCopied, setCopied] = useState(false);
  // What one came from is gone, and this is what has to be read now.
  useEffect(() => list.current?.focus(), []);

  async function copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(codes.join('\n'));
      setCopied(true);
    } catch {
      // Not allowed here: selected, they can be copied by hand.
      if (list.current !== null) getSelection()?.selectAllChildren(list.current);
    }
  }

  return (
    <div class="form">
      <p>{say(words.account.codesLead, { n: codes.length })}</p>
      <ol ref={list} class="recovery-codes" tabIndex={-1} aria-label={say(words.account.codes)}>
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ol>
      <div class="button-row">
        <button type="button" class="button" data-do="copy" onClick={() => void copy()}>
          {say(isCopied ? words.invitation.copied : words.invitation.copy)}
        </button>
        <button type="button" class="button" onClick={() => print()}>
          {say(words.account.print)}
        </button>
        <button type="button" class="button primary" data-do="kept" onClick={onDone}>
          {say(words.account.kept)}
        </button>
      </div>
      <p role="status" class="unseen">
        {isCopied && say(words.invitation.copied)}
      </p>
    </div>
  );
}
