import { useEffect, useState } from 'preact/hooks';
import type { Inline } from '../../shared/markdown.ts';
import type { Language } from '../../shared/messages/languages.ts';
import type { PreviewSentences } from '../../shared/messages/preview/sentences.ts';
import type { Preview as Drawn } from '../../shared/preview.ts';
import { path, readerRoutes } from '../../shared/routes.ts';
import { ApiProblem } from '../kit/api.ts';
import type { Config } from './config.ts';
import type { Writing } from './draft.ts';
import { markupOf } from './markup.tsx';
import css from './preview.css';
import { EDITS } from './put-mark.ts';
import { adopt } from './styles.ts';
import type { Tool } from './toolbar.tsx';
import { reworded } from './words.ts';

const load: Record<Language, () => Promise<PreviewSentences>> = {
  en: () => import('../../shared/messages/preview/en.ts').then(({ en }) => en),
  fr: () => import('../../shared/messages/preview/fr.ts').then(({ fr }) => fr),
  de: () => import('../../shared/messages/preview/de.ts').then(({ de }) => de),
  es: () => import('../../shared/messages/preview/es.ts').then(({ es }) => es),
  it: () => import('../../shared/messages/preview/it.ts').then(({ it }) => it),
  pt: () => import('../../shared/messages/preview/pt.ts').then(({ pt }) => pt),
  tr: () => import('../../shared/messages/preview/tr.ts').then(({ tr }) => tr),
  ar: () => import('../../shared/messages/preview/ar.ts').then(({ ar }) => ar),
};

/** Whoever goes on typing has it drawn anew after a pause of this length. */
const PAUSE_MS = 500;

export async function summon(root: ShadowRoot, { lang, messages }: Config) {
  const words = reworded(await load[lang](), messages['preview']);
  adopt(root, css);
  return {
    Preview: (writing: Writing) => <Preview writing={writing} words={words} />,
    Marks: (all: { writing: Writing; tools: readonly Tool[]; keys: (tool: Tool) => string; held: string }) => (
      <Marks {...all} words={words} />
    ),
  };
}

/** The text as it will be drawn. The service draws it, so that no reader has to load a parser and the two cannot differ. */
function Preview({ writing, words }: { writing: Writing; words: PreviewSentences }) {
  const { draft, hands, widget } = writing;
  const { say } = widget.words;
  const text = draft.text.trim();
  const [drawn, setDrawn] = useState<Drawn>({ body: [] });
  const [failure, setFailure] = useState<string | null>(null);
  const [asked, setAsked] = useState<string | null>(null);
  useEffect(() => {
    if (text === '') return setDrawn({ body: [] });
    let current = true;
    const ask = () => {
      hands.services
        .api<Drawn>(path(readerRoutes.preview, { siteId: widget.config.site }), { method: 'POST', body: { text } })
        .then(
          (found) => {
            if (!current) return;
            setDrawn(found);
            setFailure(null);
          },
          (error: unknown) => {
            if (!current) return;
            const [field] = error instanceof ApiProblem ? error.fields : [];
            const said = error instanceof ApiProblem ? error.detail : say(hands.words.failed);
            setFailure(field?.message ?? said);
          },
        )
        .finally(() => current && setAsked(text));
    };
    const timer = setTimeout(ask, asked === null ? 0 : PAUSE_MS);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [text]);
  const isEmpty = drawn.body.length === 0;
  return (
    <section class="preview" aria-label={say(hands.words.writing.preview)} aria-busy={text !== '' && asked !== text}>
      {failure !== null && <p class="failure">{failure}</p>}
      {isEmpty && failure === null && (text === '' || asked !== null) && <p class="hint">{say(words.nothing)}</p>}
      {!isEmpty && <div class="body">{markupOf(drawn.body)}</div>}
    </section>
  );
}

interface MarksProps {
  writing: Writing;
  words: PreviewSentences;
  tools: readonly Tool[];
  /** The keys of a tool as they stand on the keyboard, and the one that is held with all of them. */
  keys: (tool: Tool) => string;
  held: string;
}

/** What each mark is written like and looks like, and its keys: made from the toolbar's own edits, so it cannot be wrong. */
function Marks({ writing, words, tools, keys, held }: MarksProps) {
  const { say } = writing.widget.words;
  const { writing: sentences } = writing.hands.words;
  return (
    <section class="preview" aria-label={say(sentences.marks)}>
      <table>
        <thead>
          <tr>
            <th scope="col">{say(words.written)}</th>
            <th scope="col">{say(words.seen)}</th>
            <td />
          </tr>
        </thead>
        <tbody>
          {tools.map((tool) => {
            const label = say(sentences[tool.name]);
            return (
              <tr key={tool.name}>
                <td>
                  <code dir="auto">{EDITS[tool.name]({ text: label, start: 0, end: label.length }).text}</code>
                </td>
                <td class="body">{markupOf([drawnLike(tool, label)])}</td>
                <td>
                  <kbd dir="ltr">{keys(tool)}</kbd>
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
      <p class="hint">
        {say(words.paragraphs)} {say(words.sends, { key: held })}
      </p>
    </section>
  );
}

function drawnLike({ name }: Tool, label: string) {
  const text: Inline = { t: 'text', v: label };
  const line = (node: Inline) => ({ t: 'p' as const, c: [node] });
  switch (name) {
    case 'quote':
      return { t: 'blockquote' as const, c: [line(text)] };
    case 'list':
      return { t: 'ul' as const, items: [[line(text)]] };
    case 'code':
      return line({ t: 'code', v: label });
    case 'anchor':
      return line({ t: 'a', href: 'https://example.org/', c: [text] });
    case 'spoiler':
      return line({ t: 'spoiler', c: [text] });
    case 'bold':
      return line({ t: 'strong', c: [text] });
    case 'italic':
      return line({ t: 'em', c: [text] });
    case 'strike':
      return line({ t: 'del', c: [text] });
  }
}
