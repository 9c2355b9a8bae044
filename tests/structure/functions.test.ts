import { expect, it } from '@jest/globals';
import ts from 'typescript';
import { sourcesOf } from '../support/sources.ts';

/** Lines of its own a function may have at most: those of the functions inside it are counted with them. */
const MOST = 60;
/** Views and tables of routes are declarations: long where there is much to declare, and read from top to bottom. */
const MOST_DECLARED = 90;
const DECLARES = /\.tsx$|-routes\.ts$/;

it('functions do little by themselves', () => {
  const long = sourcesOf('services', 'shared', 'client-widget').flatMap(({ path, text }) =>
    functionsIn(path, text).filter(({ own }) => own > (DECLARES.test(path) ? MOST_DECLARED : MOST)),
  );
  expect(long).toEqual([]);
});

interface Counted {
  where: string;
  own: number;
}

function functionsIn(path: string, text: string): Counted[] {
  const kind = path.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS;
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.ESNext, true, kind);
  const lineOf = (position: number): number => file.getLineAndCharacterOfPosition(position).line + 1;
  const linesOf = (node: ts.Node): number => lineOf(node.end) - lineOf(node.getStart()) + 1;
  const found: Counted[] = [];
  const visit = (node: ts.Node): number => {
    let nested = 0;
    ts.forEachChild(node, (child) => {
      nested += visit(child);
    });
    if (!ts.isFunctionLike(node) || !('body' in node) || node.body === undefined) return nested;
    found.push({ where: `${path}:${lineOf(node.getStart())}`, own: linesOf(node) - nested });
    return linesOf(node);
  };
  visit(file);
  return found;
}
