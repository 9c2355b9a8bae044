import type { JSX } from 'preact';
import { useId, useRef, useState } from 'preact/hooks';
import type { SiteDetail } from '../../shared/console-sites.ts';
import { useSpeech } from './language.tsx';
import { snippetOf } from './site-draft.ts';

/** What goes into the pages of the site, to copy. */
export function SiteSnippet({ site }: { site: SiteDetail }): JSX.Element {
  const { words, say } = useSpeech();
  const id = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  const [isCopied, setCopied] = useState(false);
  const snippet = snippetOf(site);

  async function copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(snippet);
      setCopied(true);
    } catch {
      // Not allowed here: selected, it can be copied by hand.
      field.current?.focus();
      field.current?.select();
    }
  }

  return (
    <div class="field">
      <label for={id}>{say(words.sites.snippet)}</label>
      <textarea
        ref={field}
        id={id}
        class="code"
        dir="ltr"
        rows={4}
        readOnly
        spellcheck={false}
        value={snippet}
        aria-describedby={`${id}-hint`}
      />
      <p id={`${id}-hint`} class="hint">
        {say(words.sites.snippetHint)}
      </p>
      <button type="button" class="button" data-do="copy" onClick={() => void copy()}>
        {say(isCopied ? words.invitation.copied : words.invitation.copy)}
      </button>
      <p role="status" class="unseen">
        {isCopied && say(words.invitation.copied)}
      </p>
    </div>
  );
}
