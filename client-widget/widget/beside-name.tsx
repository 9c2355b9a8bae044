import { AboutSlot } from './about-slot.tsx';
import { useHands } from './hands.ts';
import { SinceSlot } from './since-slot.tsx';
import type { ShownComment } from './thread-state.ts';

/** What stands beside an author's name for this reader alone, or only once what is loaded later can say it. */
export function BesideName({ comment }: { comment: ShownComment }) {
  const { config, hands, words } = useHands();
  const { author, createdAt, depth, featuredAt, passage } = comment;
  const { say, reader } = words;
  const isOwn = author !== null && author.id === hands.services.identity.personId;
  return (
    <>
      {isOwn && <span class="badge">{say(reader.you)}</span>}
      {!isOwn && hands.since !== null && createdAt > hands.since && <SinceSlot />}
      {featuredAt !== undefined && hands.picks && <hands.picks.Mark />}
      {passage && depth === 0 && config.passage === null && <AboutSlot passage={passage} />}
    </>
  );
}
