import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { SiteDetail } from '../../shared/console-sites.ts';
import type { Trouble } from './api.ts';
import { useSpeech } from './language.tsx';
import type { PageProps } from './page.tsx';
import { SwitchField } from './rules-fields.tsx';
import { later } from './later.tsx';
import { draftOf, factsOf, isChanged, rebase } from './site-draft.ts';
import type { SiteDraft } from './site-draft.ts';
import { SiteFields } from './site-fields.tsx';
import { SiteHistory } from './site-history.tsx';
import { SiteOrigins } from './site-origins.tsx';
import { SiteRemoval } from './site-removal.tsx';
import { SiteSnippet } from './site-snippet.tsx';
import { siteIn } from './sites-api.ts';
import { TroubleNote } from './trouble-note.tsx';
import { useUnsaved } from './unsaved.tsx';
import { useSending } from './use-sending.ts';

const SiteAccounts = later(async () => (await import('./site-accounts.tsx')).SiteAccounts);

interface Props extends Pick<PageProps, 'api' | 'guard'> {
  /** As it was read. */
  site: SiteDetail;
  /** It is another by now. */
  onSaved: (site: SiteDetail) => void;
  /** It is gone; null for who may not remove sites. */
  onRemoved: (() => void) | null;
}

/** One site: what it is, how it is embedded, which pages use it, and what became of it. */
export function SiteView({ onRemoved, ...props }: Props): JSX.Element {
  const { words, say } = useSpeech();
  const { api, guard } = props;
  const { saved, draft, isDirty, isSending, trouble, said, edit, save } = useSite(props);
  const unsaved = useUnsaved(isDirty, guard);
  const isReadOnly = !saved.mayChange || saved.fromFile;
  return (
    <div class="site">
      <form
        class="form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        <h3>
          <bdi>{saved.name}</bdi> <code>{saved.id}</code>
        </h3>
        {isReadOnly && <p class="hint">{say(saved.fromFile ? words.settings.fromFile : words.sites.readOnly)}</p>}
        <SiteFields draft={draft} trouble={trouble} isReadOnly={isReadOnly} onEdit={edit} />
        <SwitchField
          label={words.sites.closed}
          hint={words.sites.closedHint}
          value={draft.closed}
          isReadOnly={isReadOnly}
          onSwitch={(closed) => edit({ closed })}
        />
        {!isReadOnly && (
          <div class="save-bar">
            <TroubleNote trouble={trouble} />
            <p role="status" class="quiet">
              {isDirty ? say(words.settings.unsaved) : said}
            </p>
            <button type="submit" class="button primary" data-do="save" aria-disabled={!isDirty || isSending}>
              {say(isSending ? words.settings.saving : words.settings.save)}
            </button>
          </div>
        )}
      </form>
      <div class="site-beside">
        <SiteSnippet site={saved} />
        <SiteOrigins
          site={saved}
          mayAllow={!isReadOnly}
          onAllow={(origin) => edit({ origins: [draft.origins.trimEnd(), origin].filter(Boolean).join('\n') })}
        />
        <SiteAccounts api={api} siteId={saved.id} />
        <SiteHistory api={api} siteId={saved.id} version={saved.version} />
        {onRemoved !== null && <SiteRemoval api={api} site={saved} onRemoved={onRemoved} />}
      </div>
      {unsaved.dialog}
    </div>
  );
}

interface Editing {
  saved: SiteDetail;
  draft: SiteDraft;
  isDirty: boolean;
  isSending: boolean;
  trouble: Trouble | null;
  said: string;
  edit: (change: Partial<SiteDraft>) => void;
  save: () => void;
}

/** The form of a site and what is being made of it. What somebody else saved meanwhile goes into it, beside one's own. */
function useSite({ api, site, onSaved }: Omit<Props, 'onRemoved'>): Editing {
  const { words, say } = useSpeech();
  const [{ saved, draft }, setForm] = useState({ saved: site, draft: draftOf(site) });
  const [said, setSaid] = useState('');
  const { isSending, trouble, send } = useSending((refused) => {
    const current = siteIn(refused);
    if (current !== null) setForm((form) => ({ saved: current, draft: rebase(form.draft, form.saved, current) }));
  });
  const isDirty = isChanged(draft, saved);
  return {
    ...{ saved, draft, isDirty, isSending, trouble, said },
    edit: (change) => setForm((form) => ({ ...form, draft: { ...form.draft, ...change } })),
    save() {
      if (!isDirty) return;
      const sent = draft;
      void send(
        () => api.changeSite(saved.id, { ...factsOf(sent), version: saved.version }),
        (fresh) => {
          // What was typed while it was on its way is not saved yet, and stays.
          setForm((form) => ({ saved: fresh, draft: form.draft === sent ? draftOf(fresh) : form.draft }));
          setSaid(say(words.settings.saved));
          onSaved(fresh);
        },
      );
    },
  };
}
