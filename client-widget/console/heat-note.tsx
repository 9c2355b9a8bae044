import type { JSX } from 'preact';
import type { HotThread } from '../../shared/heat.ts';
import { Sentence, useSpeech } from './language.tsx';
import { ageOf } from './times.ts';

/** Which discussions boil over, since when, and what that means for whoever writes there. */
export function HeatNote({ hot, now }: { hot: readonly HotThread[]; now: number }): JSX.Element {
  return (
    <div role="status">
      {hot.map((thread) => (
        <p key={thread.id} class="banner heat">
          <HeatSentence thread={thread} now={now} />
        </p>
      ))}
    </div>
  );
}

function HeatSentence({ thread, now }: { thread: HotThread; now: number }): JSX.Element {
  const { locale, words } = useSpeech();
  const { pace, title, key, url, refused, of, perMinute } = thread;
  const named = <bdi>{title ?? key}</bdi>;
  const parts = {
    title:
      url === null ? (
        named
      ) : (
        <a href={url} target="_blank" rel="noopener noreferrer">
          {named}
        </a>
      ),
  };
  const age = ageOf(thread.since, now, locale, 'long');
  return (
    <>
      {pace.premod && <Sentence of={words.heat.premod} params={{ n: refused ?? 0, of: of ?? 0, age }} parts={parts} />}
      {pace.premod && pace.everySeconds !== null && ' '}
      {pace.everySeconds !== null && (
        <Sentence of={words.heat.slow} params={{ n: perMinute ?? 0, every: pace.everySeconds, age }} parts={parts} />
      )}
    </>
  );
}
