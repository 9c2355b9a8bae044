import type { JSX } from 'preact';
import { useEffect, useMemo, useRef } from 'preact/hooks';
import type { ConsoleApi } from './api.ts';
import { useSpeech } from './language.tsx';
import { focusHeading, Page } from './page.tsx';
import type { PageProps } from './page.tsx';
import { Retry } from './retry.tsx';
import { settingsOf } from './rules-draft.ts';
import { SelectField } from './rules-fields.tsx';
import { RulesForm } from './rules-form.tsx';
import { RulesHistory } from './rules-history.tsx';
import { RulesTryout } from './rules-tryout.tsx';
import { useWipeQuestion } from './rules-wipe.tsx';
import { TroubleNote } from './trouble-note.tsx';
import { useUnsaved } from './unsaved.tsx';
import { useRules } from './use-rules.ts';
import type { Rules, RulesState } from './use-rules.ts';

type Ready = Extract<RulesState, { phase: 'ready' }>;

/** The rules of a site beside a box to try them in. */
export function RulesPage({ api, guard }: PageProps): JSX.Element {
  const { words, say } = useSpeech();
  const rules = useRules(api);
  const { state, isDirty } = rules;
  const { leave, dialog } = useUnsaved(isDirty, guard);

  return (
    <Page title={say(words.settings.title)}>
      {state.phase === 'loading' && <p class="quiet">{say(words.settings.loading)}</p>}
      {state.phase === 'none' && <p class="quiet">{say(words.settings.none)}</p>}
      {state.phase === 'failed' && (
        <div class="list-note">
          <Retry
            trouble={state.trouble}
            failed={words.settings.failed}
            onRetry={() => {
              focusHeading();
              void rules.load();
            }}
          />
        </div>
      )}
      {state.phase === 'ready' && (
        <Editor api={api} state={state} rules={rules} onSite={(siteId) => leave(() => void rules.load(siteId))} />
      )}
      {dialog}
    </Page>
  );
}

function Editor(props: { api: ConsoleApi; state: Ready; rules: Rules; onSite: (id: string) => void }): JSX.Element {
  const { api, state, rules, onSite } = props;
  const { words, say } = useSpeech();
  const { sites, saved, draft, faults } = state;
  const form = useRef<HTMLFormElement>(null);
  // To what has to be corrected, once it could not be saved.
  useEffect(() => {
    if (state.trouble !== null) form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [state.trouble]);
  const settings = useMemo(() => settingsOf(draft, saved.settings), [draft, saved]);
  const wiping = useWipeQuestion(rules);
  return (
    <>
      <div class="rules-head">
        {sites.length > 1 ? (
          <SelectField
            label={words.settings.site}
            options={sites.map(({ id, name }) => [id, name])}
            value={saved.site.id}
            onPick={onSite}
          />
        ) : (
          <p>
            <bdi>{saved.site.name}</bdi>
          </p>
        )}
        <RulesHistory key={saved.site.id} api={api} saved={saved} />
      </div>
      {!saved.mayChange && <p class="banner">{say(words.settings.readOnly)}</p>}
      <div class="rules-columns">
        <form
          ref={form}
          class="rules-form"
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            if (rules.isDirty) void wiping.save();
          }}
        >
          <RulesForm
            draft={draft}
            defaults={saved.defaults}
            fromFile={saved.fromFile}
            faults={faults}
            isReadOnly={!saved.mayChange}
            onEdit={rules.edit}
          />
          {saved.mayChange && <SaveBar state={state} rules={rules} />}
        </form>
        {wiping.dialog}
        <RulesTryout
          key={saved.site.id}
          api={api}
          siteId={saved.site.id}
          settings={settings}
          isDraft={rules.isDirty}
          isFaulty={faults.size > 0}
          onTried={rules.mark}
        />
      </div>
    </>
  );
}

/** Stays in sight: whether there is something to save, and what became of it. */
function SaveBar({ state, rules }: { state: Ready; rules: Rules }): JSX.Element {
  const { words, say } = useSpeech();
  const { outcome, trouble, isSaving } = state;
  const note =
    outcome?.kind === 'merged'
      ? say(words.settings.merged, { by: outcome.by })
      : outcome?.kind === 'saved' && !rules.isDirty
        ? say(words.settings.saved)
        : rules.isDirty
          ? say(words.settings.unsaved)
          : '';
  return (
    <div class="save-bar">
      <TroubleNote trouble={trouble} />
      <p role="status" class={outcome?.kind === 'merged' ? 'notice' : 'quiet'}>
        {note}
      </p>
      <div class="button-row">
        <button type="submit" class="button primary" data-do="save" aria-disabled={!rules.isDirty || isSaving}>
          {say(isSaving ? words.settings.saving : words.settings.save)}
        </button>
        {rules.isDirty && !isSaving && (
          <button type="button" class="button" data-do="discard" onClick={rules.discard}>
            {say(words.settings.discard)}
          </button>
        )}
      </div>
    </div>
  );
}
