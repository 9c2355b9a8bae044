import type { ModerationTest, ModerationTested } from '../../shared/site-moderation.ts';
import { Problem, type FieldProblem } from '../../shared/problem.ts';
import type { Site, SiteSettings } from '../../shared/site.ts';
import { parseComment } from '../comments/markdown.ts';
import { maskText } from '../comments/masking.ts';
import { cleanName } from '../comments/names.ts';
import { cleanText } from '../../shared/clean-text.ts';
import type { Policy } from './context.ts';
import { screenComment } from './screen.ts';

/**
 * What would become of a comment, under a draft of the settings if there is one. Nothing is stored. It is judged as one of an
 * author whose comments were published before and who says it for the first time: the rest depends on the day.
 * @throws Problem `validation-failed` for what the draft asks for and cannot be done
 */
export function tryComment(
  { policy, faultsIn }: { policy: Policy; faultsIn: (settings: SiteSettings) => Omit<FieldProblem, 'message'>[] },
  site: Site,
  test: ModerationTest,
): ModerationTested {
  const settings = test.settings ?? site.settings;
  const errors = faultsIn(settings);
  if (errors.length > 0) throw new Problem('validation-failed', { errors });
  const text = cleanText(test.text);
  const name = cleanName(test.name ?? '');
  const { verdict, vis, queue, masks } = screenComment(policy, {
    site: { lang: site.lang, settings },
    threadLang: test.lang ?? null,
    claimedLang: null,
    author: { published: settings.newcomerHold },
    repeats: { own: 0, thread: 0, site: 0 },
    links: parseComment(text).links,
    ...{ text, name },
  });
  return {
    ...{ text, name, verdict, vis, queue },
    readers: { text: maskText(text, masks.body), name: maskText(name, masks.name) },
  };
}
