import { useEffect, useRef, useState } from 'preact/hooks';
import type { ModerationTested } from '../../shared/site-moderation.ts';
import type { SiteSettings } from '../../shared/site.ts';
import type { Answer, ConsoleApi } from './api.ts';

export interface Trial {
  siteId: string;
  text: string;
  name: string;
  settings: SiteSettings;
  /** Whether the rules are a draft, which is checked even where there is no comment to try it on. */
  isDraft: boolean;
}

/** So long after the last change a trial is made, milliseconds. */
const REST_MS = 300;

/**
 * What would become of a comment, asked anew whenever it or the rules change and the typing rests. Answers may overtake each
 * other; only that to the newest question counts, and none once the form of that site is gone. What was known before stays until
 * then.
 */
export function useTryout(
  api: Pick<ConsoleApi, 'tryRules'>,
  trial: Trial,
  onAnswer: (answer: Answer<ModerationTested>, sent: SiteSettings) => void,
): ModerationTested | null {
  const [tested, setTested] = useState<ModerationTested | null>(null);
  const listener = useRef(onAnswer);
  listener.current = onAnswer;
  const { siteId, text, name, settings, isDraft } = trial;
  const isBlank = text.trim() === '' && name.trim() === '';
  useEffect(() => {
    if (isBlank) setTested(null);
    if (isBlank && !isDraft) return;
    let isWanted = true;
    const timer = setTimeout(() => {
      void api.tryRules(siteId, { text, name, settings }).then((answer) => {
        if (!isWanted) return;
        if (answer.ok && !isBlank) setTested(answer.value);
        listener.current(answer, settings);
      });
    }, REST_MS);
    return () => {
      isWanted = false;
      clearTimeout(timer);
    };
  }, [siteId, text, name, isDraft, JSON.stringify(settings)]);
  return tested;
}
