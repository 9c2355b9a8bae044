import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { Language } from '../../shared/messages/languages.ts';
import type { Message } from '../../shared/messages/format.ts';
import type { StandingSentences } from '../../shared/messages/standing/sentences.ts';
import { path } from '../../shared/routes.ts';
import type { ReaderStanding, StandingAnswer } from '../../shared/standing.ts';
import type { Config } from './config.ts';
import { useHands } from './hands.ts';
import css from './standing.css';
import { adopt } from './styles.ts';
import { reworded } from './words.ts';

const sentences: Record<Language, () => Promise<StandingSentences>> = {
  en: () => import('../../shared/messages/standing/en.ts').then(({ en }) => en),
  fr: () => import('../../shared/messages/standing/fr.ts').then(({ fr }) => fr),
  de: () => import('../../shared/messages/standing/de.ts').then(({ de }) => de),
  es: () => import('../../shared/messages/standing/es.ts').then(({ es }) => es),
  it: () => import('../../shared/messages/standing/it.ts').then(({ it }) => it),
  pt: () => import('../../shared/messages/standing/pt.ts').then(({ pt }) => pt),
  tr: () => import('../../shared/messages/standing/tr.ts').then(({ tr }) => tr),
  ar: () => import('../../shared/messages/standing/ar.ts').then(({ ar }) => ar),
};

/** Here rather than among the readers' paths, which everyone loads. */
const WARNING_READ = '/v1/me/warnings/:sanctionId/read';

export async function summon(root: ShadowRoot, { lang, messages }: Config) {
  const words = reworded(await sentences[lang](), messages.standing);
  adopt(root, css);
  return { Standing: () => <Standing words={words} /> };
}

type Told = Pick<NonNullable<ReaderStanding['barred']>, 'codes' | 'note'>;

/** What moderators have done about the reader: what, why, and until when. What has expired meanwhile is not said. */
function Standing({ words }: { words: StandingSentences }) {
  const { config, state, words: common, now } = useHands();
  if (state.standing === null) return null;
  const { warning, premod, barred } = state.standing;
  const until = (end: string): string =>
    new Intl.DateTimeFormat(config.locale, { dateStyle: 'long', timeStyle: 'short' }).format(new Date(end));
  const say = (open: Message, ending: Message, end: string | null): string =>
    end === null ? common.say(open) : common.say(ending, { until: until(end) });
  const stands = ({ until: end }: { until: string | null }) => end === null || Date.parse(end) > now;
  return (
    <>
      {barred && stands(barred) && (
        <Note what={say(words.banned, words.suspended, barred.until)} told={barred} words={words} />
      )}
      {premod && stands(premod) && (
        <Note what={say(words.premod, words.premodUntil, premod.until)} told={premod} words={words} />
      )}
      {warning && (
        <Note what={common.say(words.warned)} told={warning} words={words}>
          {/* Confirming would change nothing for who may not write anyway. */}
          {!(barred && stands(barred)) && <Confirm id={warning.id} words={words} />}
        </Note>
      )}
    </>
  );
}

interface NoteProps {
  what: string;
  told: Told;
  words: StandingSentences;
  children?: ComponentChildren;
}

function Note({ what, told: { codes, note }, words, children }: NoteProps) {
  const { config, words: common } = useHands();
  const why = new Intl.ListFormat(config.lang).format(codes.map((code) => words.reasons[code]));
  return (
    <div class="verdict standing" part="standing">
      <p>
        <strong>{what}</strong> {common.say(words.why, { why })}
      </p>
      {note !== null && (
        <>
          <p>{common.say(words.noteFrom)}</p>
          <blockquote dir="auto">{note}</blockquote>
        </>
      )}
      {children}
    </div>
  );
}

/** The way on from a warning. The focus goes to where the reader can write again, so as not to be lost with the button. */
function Confirm({ id, words }: { id: string; words: StandingSentences }) {
  const { hands, root, words: common } = useHands();
  const [failed, setFailed] = useState(false);
  const confirm = async () => {
    const where = path(WARNING_READ, { sanctionId: id });
    const { standing } = await hands.services.identity.as((token) =>
      // Confirming twice is confirming once, so it may be tried again.
      hands.services.api<StandingAnswer>(where, { method: 'POST', token }),
    );
    hands.thread.dispatch({ type: 'holds', now: { standing } });
    hands.announce(common.say(words.free));
    hands.tell();
    root.querySelector<HTMLElement>('textarea')?.focus();
  };
  return (
    <>
      <p>{common.say(failed ? words.failed : words.confirmWhy)}</p>
      <button type="button" onClick={() => void confirm().catch(() => setFailed(true))}>
        {common.say(words.confirm)}
      </button>
    </>
  );
}
