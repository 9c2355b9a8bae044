import type { PassageSentences } from '../../shared/messages/passage/sentences.ts';
import css from './about-passage.css';
import type { Config } from './config.ts';
import { useHands } from './hands.ts';
import { BUBBLE, marksOf } from './marks.ts';
import { passageWords } from './passage-words.ts';
import { adopt } from './styles.ts';

export async function summon(root: ShadowRoot, config: Config) {
  const words = await passageWords(config);
  adopt(root, css);
  return { AboutPassage: ({ passage }: { passage: string }) => <AboutPassage passage={passage} words={words} /> };
}

/**
 * Says of a comment which passage of the article it is about, and leads there. The question is the page's, and never what a writer
 * said it was; of a passage that is no longer marked, nothing is said.
 */
function AboutPassage({ passage, words }: { passage: string; words: PassageSentences }) {
  const { say } = useHands().words;
  const mark = marksOf(document).find(({ key }) => key === passage);
  if (mark === undefined) return null;
  const { question } = mark;
  const lead = () => {
    mark.element.scrollIntoView({ block: 'center' });
    const bubble = document.querySelector(`[${BUBBLE}="${CSS.escape(passage)}"]`);
    bubble?.shadowRoot?.querySelector('button')?.focus({ preventScroll: true });
  };
  return (
    <button type="button" class="about" onClick={lead}>
      {question === null ? say(words.aboutPart) : say(words.about, { question })}
    </button>
  );
}
