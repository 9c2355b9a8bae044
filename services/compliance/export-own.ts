import type { OwnExport } from '../../shared/own.ts';
import type { PersonDoc } from '../storage/people.ts';
import type { PersonMail } from '../storage/person-mail.ts';
import { KEPT, type KeptDeps, type KeptName } from './kept.ts';

/**
 * All that is kept about a person as one JSON document, piece by piece: a piece is read from the store when the one before is taken,
 * so that memory does not fill however much there is. What comes in meanwhile may be missing.
 */
export async function* exportOwn(deps: KeptDeps, person: PersonDoc, at: Date): AsyncGenerator<string, void> {
  const head: Pick<OwnExport, 'at' | 'person'> = { at: at.toISOString(), person: aboutThem(person) };
  // Nothing is written before the first list was read: a store that is away fails it from the start.
  let before = JSON.stringify(head, null, 1).replace(/\n\}$/, '');
  for (const name of Object.keys(KEPT) as KeptName[]) {
    before += `,\n "${name}": [`;
    let isFirst = true;
    for await (const items of KEPT[name].read(deps, person._id)) {
      if (items.length === 0) continue;
      yield `${before}${isFirst ? '' : ','}\n${items.map((item) => JSON.stringify(item)).join(',\n')}`;
      before = '';
      isFirst = false;
    }
    before += ']';
  }
  yield `${before}\n}\n`;
}

function aboutThem({ _id, siteId, kind, createdAt, name, email, names = [], mail }: PersonDoc): OwnExport['person'] {
  return {
    ...{ id: _id, site: siteId, kind, createdAt: createdAt.toISOString(), name, email },
    names: names.map((used) => ({ name: used.name, at: used.at.toISOString() })),
    mail: mail === undefined ? null : aboutMail(mail),
  };
}

function aboutMail({ key: _, askedAt, confirmedAt, bouncedAt, ...mail }: PersonMail): OwnExport['person']['mail'] {
  const at = (date: Date | undefined): string | null => date?.toISOString() ?? null;
  return { ...mail, askedAt: askedAt.toISOString(), confirmedAt: at(confirmedAt), bouncedAt: at(bouncedAt) };
}
