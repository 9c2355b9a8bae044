import { readdirSync, statSync } from 'node:fs';
import { LEXICONS } from '../../services/build-output.ts';
import { readCompiled } from '../../services/moderation/text/compiled-file.ts';
import { create, engineOf } from '../../services/moderation/text/engine.ts';

const SOURCES = ['lexicons', 'text'].map((name) => new URL(`../../services/moderation/${name}/`, import.meta.url));

/** Whether the build compiled what the sources say now: to compile them takes seconds in every suite. */
function isFresh(): boolean {
  const built = statSync(LEXICONS, { throwIfNoEntry: false })?.mtimeMs ?? 0;
  return SOURCES.every((folder) =>
    readdirSync(folder)
      .filter((name) => name.endsWith('.ts'))
      .every((name) => statSync(new URL(name, folder)).mtimeMs <= built),
  );
}

const compiled = isFresh() ? await readCompiled() : null;

/** The engine with all lexicons; where there is no fresh build, they are compiled from their sources. */
export const engine = compiled === null ? await create() : engineOf(compiled);

/** The words in a text that make it wait: strong or extreme ones that are no homonyms, as they are written there. */
export function held(text: string, ...page: readonly string[]): string[] {
  return engine
    .check(text, ...page)
    .filter(({ severity, homonym }) => severity !== 'mild' && !homonym)
    .map(({ start, end }) => text.slice(start, end));
}
