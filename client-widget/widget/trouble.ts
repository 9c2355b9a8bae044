import type { Message } from '../../shared/messages/format.ts';
import { ar } from '../../shared/messages/trouble/ar.ts';
import { de } from '../../shared/messages/trouble/de.ts';
import { en } from '../../shared/messages/trouble/en.ts';
import { es } from '../../shared/messages/trouble/es.ts';
import { fr } from '../../shared/messages/trouble/fr.ts';
import { it } from '../../shared/messages/trouble/it.ts';
import { pt } from '../../shared/messages/trouble/pt.ts';
import { tr } from '../../shared/messages/trouble/tr.ts';
import type { Config } from './config.ts';
import { reworded } from './words.ts';

const sentences = { ar, de, en, es, fr, it, pt, tr };

/** What keeps the comments away. */
export interface Trouble {
  /** For the page's `tribune:error`. */
  code: string;
  /** For readers, where trying again is not for them; null while the service is merely away. */
  sentence: Message | null;
  /** Nothing changes until the page does, so that nobody need ask again. */
  lasting: boolean;
}

const told = new Set<string>();

/**
 * Finds out why the first page of a thread could not be had, and tells whoever has built the page what to do, once for each
 * mistake. Loaded only then.
 * @param error why there is none; where there was an answer, it is the cause
 */
export async function diagnose(config: Config, error: unknown): Promise<Trouble> {
  const code = await codeOf(config, error);
  const advice = adviceFor(code, config);
  if (advice === null) return { code, sentence: null, lasting: false };
  const complaint = `Tribune: ${advice} See docs/embedding.md.`;
  if (!told.has(complaint)) console.error(complaint);
  told.add(complaint);
  const { unavailable } = reworded(sentences[config.lang], config.messages.trouble);
  // Who is refused may be let in by the site's owner at any moment; what the page itself says stays as it is.
  return { code, sentence: unavailable, lasting: code !== 'refused' };
}

async function codeOf({ base, site }: Config, error: unknown): Promise<string> {
  if (site === '') return 'site-missing';
  const answer = error instanceof Error && error.cause;
  if (answer instanceof Response) {
    const { code = 'unreachable' } = (await answer.json().catch(() => ({}))) as { code?: string };
    return code;
  }
  if (!(error instanceof TypeError)) return 'unreachable';
  // A page that is refused may not read why. What it may know is whether the service is there at all.
  const answers = await fetch(`${base}/healthz`, { mode: 'no-cors', credentials: 'omit' }).catch(() => null);
  return answers === null ? 'unreachable' : 'refused';
}

function adviceFor(code: string, { base, site, thread }: Config): string | null {
  const here = location.origin;
  switch (code) {
    case 'site-missing':
      return `<tribune-comments> says no site. Add the id of yours, as in site="demo".`;
    case 'unknown-site':
      return `there is no site "${site}" at ${base}. Check the attribute "site", and "api" if the service is elsewhere.`;
    case 'origin-not-allowed':
    case 'refused':
      return `${base} refuses this page. Either it has no site "${site}", or ${here} is not among the allowed origins of that site.`;
    case 'validation-failed':
      return `thread="${thread}" cannot name an article. Use 1 to 300 characters, none of them a control character.`;
    default:
      return null;
  }
}
