import type { JSX } from 'preact';
import type { SeenOrigin, SiteDetail } from '../../shared/console-sites.ts';
import { SELF } from '../../shared/origin.ts';
import { Sentence, useSpeech } from './language.tsx';
import { ageOf, momentOf } from './times.ts';

interface Props {
  site: SiteDetail;
  mayAllow: boolean;
  /** Puts an origin into the form. */
  onAllow: (origin: string) => void;
}

/** Which pages use the site: allowed origins with when they were last seen, and those that were refused. */
export function SiteOrigins({ site, mayAllow, onAllow }: Props): JSX.Element {
  const { locale, words, say } = useSpeech();
  const { origins, seen, refused, watchedSince } = site;
  const lastSeen = new Map(seen.map((one) => [one.origin, one]));
  return (
    <section class="site-origins" aria-labelledby="site-origins">
      <h3 id="site-origins">{say(words.sites.seenTitle)}</h3>
      <p class="hint">{say(words.sites.watched, { when: momentOf(watchedSince, locale) })}</p>
      <ul>
        {origins.map((origin) => (
          <li key={origin}>
            <bdi>{origin === SELF ? say(words.sites.self) : origin}</bdi>
            <Seen of={lastSeen.get(origin)} />
          </li>
        ))}
      </ul>
      {refused.length > 0 && (
        <>
          <h4>{say(words.sites.refusedTitle)}</h4>
          <ul class="refused">
            {refused.map((one) => (
              <li key={one.origin}>
                <bdi>{one.origin}</bdi>
                <span class="hint">
                  {say(words.sites.refused, { n: one.count, age: ageOf(one.lastAt, Date.now(), locale, 'long') })}
                </span>
                {mayAllow && (
                  <button type="button" class="button" data-do="allow" onClick={() => onAllow(one.origin)}>
                    <span>
                      <Sentence of={words.sites.allow} parts={{ origin: <bdi>{one.origin}</bdi> }} />
                    </span>
                  </button>
                )}
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

function Seen({ of }: { of: SeenOrigin | undefined }): JSX.Element {
  const { locale, words, say } = useSpeech();
  if (of === undefined) return <span class="hint">{say(words.sites.notSeen)}</span>;
  return (
    <time class="hint" dateTime={of.lastAt} title={momentOf(of.lastAt, locale)}>
      {say(words.sites.seen, { age: ageOf(of.lastAt, Date.now(), locale, 'long') })}
    </time>
  );
}
