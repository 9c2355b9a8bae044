import type { ComponentChildren, JSX } from 'preact';
import { useId, useState } from 'preact/hooks';
import type { SiteId } from '../../shared/ids.ts';
import { RULE_IDS } from '../../shared/moderation-terms.ts';
import type { RuleId } from '../../shared/moderation.ts';
import type { ConsoleApi } from './api.ts';
import { AGES } from './desk-filter.ts';
import type { DeskFilter } from './desk-filter.ts';
import { Dialog } from './dialog.tsx';
import { languageName } from './language-name.ts';
import { useSpeech } from './language.tsx';
import { Retry } from './retry.tsx';
import { useLoaded } from './use-loaded.ts';

interface Props {
  api: Pick<ConsoleApi, 'sites'>;
  filter: DeskFilter;
  /** Languages of what is on the desk, to choose from. */
  languages: readonly string[];
  onApply: (filter: DeskFilter) => void;
  onClose: () => void;
}

/** Languages there are lexicons for, which is what comments are mostly told to be in. */
const LANGUAGES = ['ar', 'de', 'en', 'es', 'fr', 'it', 'pt', 'ru', 'tr'];

/** Chooses what narrows the list. Authors and discussions are chosen from their comments. */
export function FilterDialog({ api, filter, languages, onApply, onClose }: Props): JSX.Element {
  const { lang, words, say } = useSpeech();
  const [wanted, setWanted] = useState(filter);
  const sites = useLoaded(() => api.sites());
  const siteList = sites.value?.items ?? [];
  const set = (change: { [Name in keyof DeskFilter]?: DeskFilter[Name] | undefined }): void =>
    setWanted((before) => {
      const all = Object.entries({ ...before, ...change }).filter(([, value]) => value !== undefined && value !== '');
      return Object.fromEntries(all) as unknown as DeskFilter;
    });
  const tags = [...new Set([...LANGUAGES, ...languages, ...(filter.lang === undefined ? [] : [filter.lang])])];
  return (
    <Dialog title={say(words.filters.title)} onClose={onClose}>
      <form
        class="form"
        onSubmit={(event) => {
          event.preventDefault();
          onApply(wanted);
        }}
      >
        <Words value={wanted.q ?? ''} onInput={(q) => set({ q })} />
        {siteList.length > 1 && (
          <Choice label={say(words.filters.site)} value={wanted.site} onPick={(site) => set({ site: site as SiteId })}>
            {siteList.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </Choice>
        )}
        <Retry trouble={sites.trouble} failed={words.filters.sitesFailed} onRetry={() => void sites.again()} />
        <Choice label={say(words.filters.lang)} value={wanted.lang} onPick={(tag) => set({ lang: tag })}>
          {tags.map((tag) => (
            <option key={tag} value={tag}>
              {languageName(tag, lang)}
            </option>
          ))}
        </Choice>
        <Choice label={say(words.filters.rule)} value={wanted.rule} onPick={(rule) => set({ rule: rule as RuleId })}>
          {RULE_IDS.map((rule) => (
            <option key={rule} value={rule}>
              {say(words.rules[rule])}
            </option>
          ))}
        </Choice>
        <Choice
          label={say(words.filters.age)}
          value={wanted.age?.toString()}
          onPick={(value) => set({ age: AGES.find((hours) => String(hours) === value) })}
        >
          {AGES.map((hours) => (
            <option key={hours} value={String(hours)}>
              {say(words.filters.older, { n: hours })}
            </option>
          ))}
        </Choice>
        <button type="submit" class="button primary">
          {say(words.filters.apply)}
        </button>
      </form>
    </Dialog>
  );
}

function Words({ value, onInput }: { value: string; onInput: (value: string) => void }): JSX.Element {
  const { words, say } = useSpeech();
  const id = useId();
  return (
    <div class="field">
      <label for={id}>{say(words.filters.words)}</label>
      <input
        id={id}
        type="search"
        dir="auto"
        minLength={2}
        maxLength={200}
        autoFocus
        value={value}
        aria-describedby={`${id}-hint`}
        onInput={(event) => onInput(event.currentTarget.value)}
      />
      <p id={`${id}-hint`} class="hint">
        {say(words.filters.wordsHint)}
      </p>
    </div>
  );
}

interface ChoiceProps {
  label: string;
  value: string | undefined;
  /** Undefined where it does not matter. */
  onPick: (value: string | undefined) => void;
  children: ComponentChildren;
}

function Choice({ label, value, onPick, children }: ChoiceProps): JSX.Element {
  const { words, say } = useSpeech();
  const id = useId();
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <select id={id} value={value ?? ''} onChange={(event) => onPick(event.currentTarget.value || undefined)}>
        <option value="">{say(words.filters.any)}</option>
        {children}
      </select>
    </div>
  );
}
