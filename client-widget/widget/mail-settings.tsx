import { useId, useState } from 'preact/hooks';
import type { MailView } from '../../shared/mail.ts';
import { ApiProblem } from '../kit/api.ts';
import { useHands } from './hands.ts';
import { Address, type MailProps } from './mail-address.tsx';
import { useMail } from './use-mail.ts';
import { Wish } from './wish.tsx';

/** Every choice there is, as they are offered; from the sentences, so that the widget carries no schema. */
const rhythmsOf = (words: MailProps['words']) => Object.keys(words.rhythms) as MailView['frequency'][];

/** The night, until the reader says which hours it is about. */
const NIGHT = { from: '22:00', to: '07:00' };

/** How the reader gets mail: where to, how often, not at which hours, and whether about their own comments, too. */
export function Settings({ mail, words, onChange }: MailProps) {
  const { hands, words: common } = useHands();
  const { say } = common;
  const { change } = useMail(onChange);
  const id = useId();
  const [failure, setFailure] = useState('');
  const saved = () => hands.announce(say(words.saved));
  const set = (now: Parameters<typeof change>[0]) => {
    setFailure('');
    change(now).then(saved, (error: unknown) =>
      setFailure(error instanceof ApiProblem ? error.detail : say(hands.words.failed)),
    );
  };
  const { frequency, dailyAt, news, quiet, state } = mail;
  return (
    <section class="mail">
      <h3>{say(words.title)}</h3>
      <Address {...{ mail, words, onChange }} />
      {state !== 'none' && (
        <>
          <fieldset>
            <legend>{say(words.rhythm)}</legend>
            {rhythmsOf(words).map((rhythm) => (
              <label key={rhythm}>
                <input
                  type="radio"
                  name={id}
                  checked={frequency === rhythm}
                  onChange={() => set({ frequency: rhythm })}
                />
                <span>{say(words.rhythms[rhythm])}</span>
              </label>
            ))}
          </fieldset>
          {frequency === 'daily' && (
            <div class="hours">
              <Hour label={say(words.dailyAt)} value={dailyAt} onSet={(at) => set({ dailyAt: at })} />
            </div>
          )}
          <Wish
            label={say(words.quiet)}
            checked={quiet !== null}
            onToggle={(on) => change({ quiet: on ? NIGHT : null }).then(saved)}
          />
          {quiet !== null && (
            <div class="hours">
              <Hour
                label={say(words.quietFrom)}
                value={quiet.from}
                onSet={(from) => set({ quiet: { ...quiet, from } })}
              />
              <Hour label={say(words.quietTo)} value={quiet.to} onSet={(to) => set({ quiet: { ...quiet, to } })} />
            </div>
          )}
          <Wish label={say(words.news)} checked={news} onToggle={(on) => change({ news: on }).then(saved)} />
          <p class="failed" role="alert">
            {failure}
          </p>
        </>
      )}
    </section>
  );
}

function Hour({ label, value, onSet }: { label: string; value: string; onSet: (value: string) => void }) {
  return (
    <label>
      {label}{' '}
      <input
        type="time"
        value={value}
        // A half written hour is none.
        onChange={(event) => event.currentTarget.value !== '' && onSet(event.currentTarget.value)}
      />
    </label>
  );
}
