import type { ComponentChildren } from 'preact';
import type { BellSentences } from '../../shared/messages/bell/sentences.ts';
import type { NotificationView } from '../../shared/notification.ts';
import { leads } from './bell-lines.ts';
import { sentenceOf, type CommentLine } from './bell-told.ts';
import { useHands } from './hands.ts';
import { timeAgo } from './relative-time.ts';
import { usePart } from './use-part.ts';

/** Stands for a name in a sentence until it is set apart; no name has it. */
const MARK = '\u0001';

type VerdictLine = Extract<NotificationView, { kind: 'verdict' }>;

interface LineProps {
  item: NotificationView;
  words: BellSentences;
  onOpen: () => void;
}

/** One notification: why the reader is told, what it is about, and the way there. */
export function Line({ item, words, onOpen }: LineProps) {
  const { config, now, words: common } = useHands();
  const { say } = common;
  return (
    <li>
      <button type="button" class={item.readAt === null ? 'new' : ''} onClick={onOpen}>
        <span>
          <What item={item} words={words} />
          {item.readAt === null && <span class="unseen"> ({say(words.unread)})</span>}
        </span>
        <About item={item} words={words} />
        <time dateTime={item.createdAt}>{timeAgo(item.createdAt, now, config.locale)}</time>
      </button>
    </li>
  );
}

type PartProps = Omit<LineProps, 'onOpen'>;

function What({ item, words }: PartProps) {
  const { say } = useHands().words;
  switch (item.kind) {
    case 'comment':
      return <>{named(item, sentenceOf(item, { words, say, name: MARK }))}</>;
    case 'report':
      return <span class="name">{say(words.report)}</span>;
    case 'verdict':
      return <span class="name">{say(words.verdicts[item.outcome])}</span>;
  }
}

/** A sentence with the author's name set apart, however it is written. */
function named({ actorName }: CommentLine, sentence: string): ComponentChildren[] {
  return sentence.split(MARK).flatMap((part, i) => (i === 0 ? [part] : [<bdi class="name">{actorName}</bdi>, part]));
}

function About({ item, words }: PartProps) {
  const { config, words: common } = useHands();
  const { say } = common;
  const isOpen = leads(item, config);
  if (item.kind === 'report') return <span class="excerpt">{say(words[item.outcome])}</span>;
  return (
    <>
      {/* What can only be read here is read as a whole. */}
      <bdi class={isOpen ? 'excerpt' : ''}>{item.excerpt}</bdi>
      {item.kind === 'verdict' && item.outcome === 'refused' && (
        <span class="why">
          <Refused {...item} /> {isOpen && say(words.appeal)}
        </span>
      )}
      {!isOpen && <span class="nowhere">{say(words.nowhere)}</span>}
    </>
  );
}

/** Why a comment was refused, and what the moderator wrote about it. */
function Refused({ codes, note }: Pick<VerdictLine, 'codes' | 'note'>) {
  const { say } = useHands().words;
  const words = usePart(true, () => import('./verdict-words.ts'));
  return (
    words && (
      <>
        {codes.map((code) => say(words.reasons[code])).join(' ')}
        {note !== null && (
          <>
            {' '}
            {say(words.noteFrom)} <bdi>{note}</bdi>
          </>
        )}
      </>
    )
  );
}
