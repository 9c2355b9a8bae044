import type { JSX } from 'preact';
import { useEffect, useId, useState } from 'preact/hooks';
import type { SiteDetail, SiteRemovalView } from '../../shared/console-sites.ts';
import type { ConsoleApi } from './api.ts';
import { DialogButtons } from './dialog-buttons.tsx';
import { Dialog } from './dialog.tsx';
import { Sentence, useSpeech } from './language.tsx';
import { Retry } from './retry.tsx';
import { TextField } from './site-fields.tsx';
import { momentOf } from './times.ts';
import { TroubleNote } from './trouble-note.tsx';
import type { Loaded } from './use-loaded.ts';
import { useProof } from './use-proof.tsx';
import { useSending } from './use-sending.ts';

interface Props {
  api: ConsoleApi;
  site: SiteDetail;
  /** It is being removed: to everybody it is gone. */
  onRemoved: () => void;
}

/** What an owner does with a site that is not wanted any more, with all there is of it. */
export function SiteRemoval({ api, site, onRemoved }: Props): JSX.Element {
  const { words, say } = useSpeech();
  const [isAsking, setAsking] = useState(false);
  const before = site.fromFile ? words.siteRemoval.fromFile : site.closed ? null : words.siteRemoval.openFirst;
  return (
    <section aria-labelledby="site-removal">
      <h3 id="site-removal">{say(words.siteRemoval.title)}</h3>
      <p class="hint">{say(words.siteRemoval.lead)}</p>
      {before !== null && <p class="hint">{say(before)}</p>}
      {before === null && (
        <button type="button" class="button danger" data-do="remove-site" onClick={() => setAsking(true)}>
          {say(words.siteRemoval.remove)}
        </button>
      )}
      {isAsking && <RemoveDialog api={api} site={site} onClose={() => setAsking(false)} onRemoved={onRemoved} />}
    </section>
  );
}

function RemoveDialog({ api, site, onClose, onRemoved }: Props & { onClose: () => void }): JSX.Element {
  const { words, say } = useSpeech();
  const [name, setName] = useState('');
  const { isSending, trouble, send } = useSending();
  const proven = useProof(api);
  const remove = (): void => void send(() => proven.ask(() => api.removeSite(site.id, name)), onRemoved);
  return (
    <>
      <Dialog title={say(words.siteRemoval.question, { name: site.name })} onClose={onClose}>
        <p>{say(words.siteRemoval.what)}</p>
        <p>{say(words.siteRemoval.team)}</p>
        <p>{say(words.siteRemoval.keep)}</p>
        <form
          class="form"
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            remove();
          }}
        >
          <TroubleNote trouble={trouble} />
          <TextField
            name="name"
            label={words.siteRemoval.typed}
            hint={say(words.siteRemoval.typedHint, { name: site.name })}
            value={name}
            trouble={trouble}
            isReadOnly={false}
            onInput={setName}
          />
          <DialogButtons
            go={words.siteRemoval.removeNow}
            does="remove-for-good"
            isDanger
            isSending={isSending}
            onCancel={onClose}
          />
        </form>
      </Dialog>
      {proven.dialog}
    </>
  );
}

const LOOK_AGAIN_MS = 2000;

/** How far the sites have come that are being removed; looked at again for as long as there are any. */
export function SiteRemovals({ list }: { list: Loaded<{ items: SiteRemovalView[] }> }): JSX.Element {
  const { words, say } = useSpeech();
  const { value, trouble, again } = list;
  const items = value?.items ?? [];
  useEffect(() => {
    if (items.length === 0) return;
    const timer = setTimeout(() => void again(), LOOK_AGAIN_MS);
    return () => clearTimeout(timer);
  }, [value]);
  return (
    <>
      <Retry trouble={trouble} onRetry={() => void again()} />
      {items.length > 0 && (
        <section class="site-removals" aria-labelledby="site-removals">
          <h3 id="site-removals">{say(words.siteRemoval.underWay)}</h3>
          <ul>
            {items.map((removal) => (
              <Removal key={removal.id} removal={removal} />
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

function Removal({ removal: { id, name, by, at, total, left, freeAt } }: { removal: SiteRemovalView }): JSX.Element {
  const { locale, words, say } = useSpeech();
  const text = useId();
  const number = new Intl.NumberFormat(locale);
  return (
    <li>
      <p>
        <bdi>{name}</bdi> <code>{id}</code>
      </p>
      <p class="hint">
        <Sentence of={words.siteRemoval.begun} parts={{ by: <bdi>{by.name}</bdi>, when: momentOf(at, locale) }} />
      </p>
      <p id={text}>
        {left > 0
          ? say(words.siteRemoval.comments, { n: left, total: number.format(total) })
          : say(words.siteRemoval.rest, { id, when: momentOf(freeAt, locale) })}
      </p>
      {left > 0 && <progress max={total} value={total - left} aria-labelledby={text} />}
    </li>
  );
}
