import { useState } from 'preact/hooks';
import type { Discussion } from '../../shared/discussion.ts';
import type { Answer, ConsoleApi, Trouble } from './api.ts';
import type { OnPageAbout } from './on-page.ts';
import { useLoaded } from './use-loaded.ts';

export interface DiscussionAtHand {
  /** Null until it is read. */
  value: Discussion | null;
  /** Why it could not be read. */
  unread: Trouble | null;
  /** Why nothing was done. */
  trouble: Trouble | null;
  isSending: boolean;
  again: () => Promise<void>;
  setClosed: (closed: boolean) => void;
  unpin: (commentId: string) => void;
}

/** A discussion with what can be done about it as a whole. */
export function useDiscussion(
  api: Pick<ConsoleApi, 'discussion' | 'setClosed' | 'undistinguish'>,
  { site, thread }: OnPageAbout,
): DiscussionAtHand {
  const { value, trouble: unread, again, show } = useLoaded(() => api.discussion(site, thread));
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const [isSending, setSending] = useState(false);

  async function act<T>(work: Promise<Answer<T>>, then: (value: T) => void): Promise<void> {
    setSending(true);
    const answer = await work;
    setSending(false);
    setTrouble(answer.ok ? null : answer.trouble);
    if (answer.ok) then(answer.value);
  }

  return {
    ...{ value, unread, trouble, isSending, again },
    setClosed: (closed) => void act(api.setClosed(site, thread, closed), show),
    unpin: (commentId) => void act(api.undistinguish('pin', commentId), () => void again()),
  };
}
