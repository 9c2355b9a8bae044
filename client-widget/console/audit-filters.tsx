import type { JSX } from 'preact';
import type { AuditPerson } from '../../shared/audit.ts';
import type { SiteSummary } from '../../shared/site-moderation.ts';
import { KIND_IDS, SPANS } from './audit-filter.ts';
import type { AuditView } from './audit-filter.ts';
import { useSpeech } from './language.tsx';
import { SelectField } from './rules-fields.tsx';

interface Props {
  view: AuditView;
  people: readonly AuditPerson[];
  sites: readonly SiteSummary[];
  onView: (view: AuditView) => void;
}

/** What of the audit is shown; everything acts at once and is in the address. */
export function AuditFilters({ view, people, sites, onView }: Props): JSX.Element {
  const { words, say } = useSpeech();
  const { actor, site, comment, batch, ...rest } = view;
  const withNamed = (named: Partial<AuditView>): AuditView => ({
    ...rest,
    ...(comment === undefined ? {} : { comment }),
    ...(batch === undefined ? {} : { batch }),
    ...(actor === undefined ? {} : { actor }),
    ...(site === undefined ? {} : { site }),
    ...named,
  });
  const without = (name: 'actor' | 'site'): AuditView => {
    const { [name]: _, ...others } = withNamed({});
    return others;
  };
  // Whoever the address names can be chosen, even if they decided nothing lately.
  const names = people.map(({ id, name }) => [id, name] as const);
  const stranger = actor !== undefined && !names.some(([id]) => id === actor);
  return (
    <form class="audit-filters" aria-label={say(words.audit.filter)} onSubmit={(event) => event.preventDefault()}>
      <SelectField
        label={words.audit.person}
        options={[
          ['', say(words.audit.anyone)],
          ...names,
          ...(stranger ? [[actor, say(words.audit.someone)] as const] : []),
        ]}
        value={actor ?? ''}
        onPick={(id) => onView(id === '' ? without('actor') : withNamed({ actor: id }))}
      />
      <SelectField
        label={words.audit.span}
        options={[
          ['', say(words.audit.always)],
          ...SPANS.map((days) => [String(days), say(words.audit.days, { n: days })] as const),
        ]}
        value={String(view.days ?? '')}
        onPick={(picked) => onView(withNamed({ days: SPANS.find((days) => String(days) === picked) ?? null }))}
      />
      {sites.length > 1 && (
        <SelectField
          label={words.audit.site}
          options={[['', say(words.audit.anySite)], ...sites.map(({ id, name }) => [id, name] as const)]}
          value={site ?? ''}
          onPick={(id) => onView(id === '' ? without('site') : withNamed({ site: id }))}
        />
      )}
      <fieldset class="audit-kinds">
        <legend>{say(words.audit.kinds)}</legend>
        {KIND_IDS.map((kind) => (
          <label key={kind} class="check">
            <input
              type="checkbox"
              name={kind}
              checked={view.kinds.includes(kind)}
              onChange={({ currentTarget: { checked } }) =>
                onView(withNamed({ kinds: KIND_IDS.filter((id) => (id === kind ? checked : view.kinds.includes(id))) }))
              }
            />
            <span>{say(words.kinds[kind])}</span>
          </label>
        ))}
      </fieldset>
    </form>
  );
}
