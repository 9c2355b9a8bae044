import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { SiteDetail } from '../../shared/console-sites.ts';
import type { SiteId } from '../../shared/ids.ts';
import type { ConsoleApi } from './api.ts';
import { DialogButtons } from './dialog-buttons.tsx';
import { Dialog } from './dialog.tsx';
import { useSpeech } from './language.tsx';
import { EMPTY_SITE, factsOf, suggestedId } from './site-draft.ts';
import type { SiteDraft } from './site-draft.ts';
import { SiteFields, TextField } from './site-fields.tsx';
import { TroubleNote } from './trouble-note.tsx';
import { useSending } from './use-sending.ts';

interface Props {
  api: Pick<ConsoleApi, 'makeSite'>;
  onClose: () => void;
  onMade: (site: SiteDetail) => void;
}

/** Makes a site. Its id follows the name until somebody writes another one. */
export function SiteMakeDialog({ api, onClose, onMade }: Props): JSX.Element {
  const { lang, words, say } = useSpeech();
  const [draft, setDraft] = useState<SiteDraft>({ ...EMPTY_SITE, lang });
  const [ownId, setOwnId] = useState<string | null>(null);
  const { isSending, trouble, send } = useSending();
  const id = ownId ?? suggestedId(draft.name);
  const make = (): void => {
    const { name, lang: language, origins } = factsOf(draft);
    void send(() => api.makeSite({ id: id as SiteId, name, lang: language, origins }), onMade);
  };
  return (
    <Dialog title={say(words.sites.make)} onClose={onClose}>
      <form
        class="form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          make();
        }}
      >
        <TroubleNote trouble={trouble} />
        <SiteFields
          draft={draft}
          trouble={trouble}
          isReadOnly={false}
          onEdit={(change) => setDraft({ ...draft, ...change })}
        />
        <TextField
          name="id"
          label={words.sites.id}
          hint={words.sites.idHint}
          value={id}
          trouble={trouble}
          isReadOnly={false}
          onInput={setOwnId}
        />
        <DialogButtons go={words.sites.makeNow} does="make" isSending={isSending} onCancel={onClose} />
      </form>
    </Dialog>
  );
}
