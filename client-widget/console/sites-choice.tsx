import type { JSX } from 'preact';
import { useId } from 'preact/hooks';
import type { Scope } from '../../shared/identity.ts';
import type { SiteSummary } from '../../shared/site-moderation.ts';
import { useSpeech } from './language.tsx';

interface Props {
  sites: readonly SiteSummary[];
  /** Null for all; an empty list is none chosen yet. */
  value: Scope;
  /** Whether whoever chooses may give all. */
  mayGiveAll: boolean;
  onPick: (scope: Scope) => void;
}

/** On which sites somebody is to have their role. */
export function SitesChoice({ sites, value, mayGiveAll, onPick }: Props): JSX.Element {
  const { words, say } = useSpeech();
  const id = useId();
  const toggle = (site: SiteSummary['id'], isIn: boolean): void => {
    const others = (value ?? []).filter((one) => one !== site);
    onPick(isIn ? [...others, site] : others);
  };
  return (
    <fieldset class="roles">
      <legend>{say(words.team.sites)}</legend>
      {mayGiveAll &&
        ([null, []] as const).map((scope) => (
          <label key={String(scope)} class="check">
            <input
              type="radio"
              name={id}
              checked={(scope === null) === (value === null)}
              onChange={() => onPick(scope)}
            />
            <span>{say(scope === null ? words.team.allSites : words.team.someSites)}</span>
          </label>
        ))}
      {value !== null &&
        sites.map((site) => (
          <label key={site.id} class="check one-site">
            <input
              type="checkbox"
              checked={value.includes(site.id)}
              onChange={(event) => toggle(site.id, event.currentTarget.checked)}
            />
            <span>
              <bdi>{site.name}</bdi>
            </span>
          </label>
        ))}
    </fieldset>
  );
}
