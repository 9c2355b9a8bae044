import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { Sentence, useSpeech } from './language.tsx';
import type { RemovedSite } from './removed-sites.ts';

/** Says, aloud too, why what there was of a site is gone from here, until it is read. */
export function RemovalNotes({ removed }: { removed: readonly RemovedSite[] }): JSX.Element {
  const { words, say } = useSpeech();
  const [read, setRead] = useState(0);
  const unread = removed.slice(read);
  return (
    <div role="status">
      {unread.length > 0 && (
        <div class="banner">
          {unread.map(({ id, name }) => (
            <p key={id}>
              <Sentence of={words.siteRemoval.gone} parts={{ name: <bdi>{name}</bdi> }} />
            </p>
          ))}
          <button type="button" class="button minor" data-do="read" onClick={() => setRead(removed.length)}>
            {say(words.page.close)}
          </button>
        </div>
      )}
    </div>
  );
}
