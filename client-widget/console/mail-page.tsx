import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { ConsoleMail } from '../../shared/console-mail.ts';
import { routes } from '../../shared/routes.ts';
import type { Answer } from './api.ts';
import { Sentence, useSpeech } from './language.tsx';
import { Outbox } from './outbox.tsx';
import type { OutboxPage } from './outbox.tsx';
import { Page } from './page.tsx';
import type { PageProps } from './page.tsx';
import { momentOf } from './times.ts';

type SetUp = 'sent' | 'kept' | 'none' | NonNullable<ConsoleMail['away']>;

/** What goes out of the house: whether mail is set up, how much of it there is, and what did not arrive. */
export function MailPage({ api }: PageProps): JSX.Element {
  const { words, say } = useSpeech();
  const [setUp, setSetUp] = useState<SetUp | null>(null);

  async function loadMail(cursor: string | null): Promise<Answer<OutboxPage<ConsoleMail['dead'][number]>>> {
    const answer = await api.mail(cursor);
    if (!answer.ok) return answer;
    const { offered, kept, away, letters: counts, dead: items, next } = answer.value;
    setSetUp(away ?? (kept ? 'kept' : offered ? 'sent' : 'none'));
    return { ok: true, value: { counts, items, next } };
  }
  async function loadChats(cursor: string | null) {
    const answer = await api.webhooks(cursor);
    if (!answer.ok) return answer;
    const { calls: counts, dead: items, next } = answer.value;
    return { ok: true as const, value: { counts, items, next } };
  }

  const rules = <a href="#rules">{say(words.pages.rules)}</a>;
  return (
    <Page title={say(words.pages.mail)}>
      <div class="mail-page">
        <Outbox
          title={words.mail.letters}
          load={loadMail}
          retry={api.retryLetter}
          drop={api.dropLetter}
          about={({ kind }) => <p>{say(words.mailKinds[kind])}</p>}
        >
          {setUp !== null && <SetUpNote setUp={setUp} />}
        </Outbox>
        <Outbox title={words.mail.chats} load={loadChats} retry={api.retryCall} drop={api.dropCall}>
          <p class="quiet">
            <Sentence of={words.mail.chatsLead} parts={{ rules }} />
          </p>
        </Outbox>
      </div>
    </Page>
  );
}

const EXAMPLE = 'SMTP_URL=smtps://USER:PASSWORD@mail.example.com\nMAIL_FROM=comments@example.com';

function SetUpNote({ setUp }: { setUp: SetUp }): JSX.Element {
  const { words, say, lang } = useSpeech();
  if (typeof setUp !== 'string')
    return (
      <p class="away" role="status">
        {say(words.mailAway[setUp.why], { when: momentOf(setUp.since, lang) })} {say(words.mail.waits)}
      </p>
    );
  if (setUp === 'sent') return <p class="quiet">{say(words.mail.sent)}</p>;
  return (
    <div class="set-up">
      <p>{say(words.mail[setUp])}</p>
      <p>
        <Sentence of={words.mail.howTo} parts={{ server: <code>SMTP_URL</code>, from: <code>MAIL_FROM</code> }} />
      </p>
      <pre>{EXAMPLE}</pre>
      {setUp === 'kept' && (
        <p>
          <a href={routes.devMail}>{say(words.mail.openKept)}</a>
        </p>
      )}
    </div>
  );
}
