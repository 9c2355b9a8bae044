import { useEffect, useState } from 'preact/hooks';
import type { Discussion } from '../../shared/discussion.ts';
import type { Answer, ConsoleApi, Trouble } from './api.ts';
import type { OnPageAbout } from './on-page.ts';
import { useLoaded } from './use-audit.ts';

export interface DiscussionAtHand {
  /** Null until it is read. */
  value: Discussion | null;
  trouble: Trouble | null;
  isSending: boolean;
  again: () => void;
  setClosed: (closed: boolean) => void;
  unpin: (commentId: string) => void;
}

/** A discussion with what can be done about it as a whole. @param seen anything; another value has it read anew */
export function useDiscussion(
  api: Pick<ConsoleApi, 'discussion' | 'setClosed' | 'unpin'>,
  { site, thread }: OnPageAbout,
  seen: string,
): DiscussionAtHand {
  const { value, trouble, again } = useLoaded(() => api.discussion(site, thread), `${site} ${thread} ${seen}`);
  const [sent, setSent] = useState<{ value: Discussion | null; trouble: Trouble | null }>({
    value: null,
    trouble: null,
  });
  const [isSending, setSending] = useState(false);
  // What is read later says more than what an act was answered with.
  useEffect(() => setSent({ value: null, trouble: null }), [value]);

  async function act<T>(work: Promise<Answer<T>>, then: (value: T) => void): Promise<void> {
    setSending(true);
    const answer = await work;
    setSending(false);
    if (answer.ok) then(answer.value);
    else setSent((was) => ({ ...was, trouble: answer.trouble }));
  }

  return {
    value: sent.value ?? value,
    trouble: sent.trouble ?? trouble,
    isSending,
    again,
    setClosed: (closed) =>
      void act(api.setClosed(site, thread, closed), (fresh) => setSent({ value: fresh, trouble: null })),
    unpin: (commentId) => void act(api.unpin(commentId), again),
  };
}
