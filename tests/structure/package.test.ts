import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { ROOT } from '../support/sources.ts';

/** What the types of React 19 and Vue 3 say that the package adds to; neither is installed here. */
const REACT = `export interface HTMLAttributes<T> { title?: string; lang?: string; className?: string; hidden?: T extends never ? never : boolean }
export interface ClassAttributes<T> { ref?: (element: T | null) => void; key?: string }
export namespace JSX { interface Element {} interface IntrinsicElements { p: HTMLAttributes<HTMLElement> } }`;
const RUNTIME = `export { JSX } from './index.js'; export function jsx(): void; export function jsxs(): void;`;
const VUE = `export type DefineComponent<P> = new () => { $props: P }; export interface GlobalComponents {}`;

const PLAIN = `import { load, mount } from 'tribune-comments';
const place = document.querySelector('main')!;
const comments = await mount(place, { api: 'https://c.example', site: 'demo', sort: 'oldest', eager: true,
  messages: { reader: { heading: 'A', count: { one: 'B', other: 'C' } } } });
comments.update({ thread: 'next', lang: undefined });
comments.element.addEventListener('tribune:ready', ({ detail }) => { const n: number = detail.count; n; });
document.createElement('tribune-comments').addEventListener('tribune:posted', (e) => e.detail.id.length);
(await load('https://c.example')).mount(place, { site: 'demo' }).unmount();
window.Tribune?.mount(place, { site: 'demo' });
`;
const OF_REACT = `import 'tribune-comments/react';
export const comments = <tribune-comments site="demo" thread="a" title="b" lang="fr" theme="dark" eager
  ontribune:error={(event) => event.detail.code.length} ref={(element) => element?.remove()} />;
`;
const OF_VUE = `import 'tribune-comments/vue';
import type { GlobalComponents } from 'vue';
type Props = InstanceType<GlobalComponents['tribune-comments']>['$props'];
export const props: Props = { site: 'demo', thread: 'a', 'onTribune:count': (event) => event.detail.count.toFixed() };
`;
/** Each line is a mistake the types find. */
const WRONG = `import { mount } from 'tribune-comments';
mount(document.body, { api: 'https://c.example' });
mount(document.body, { site: 'demo' });
mount(document.body, { api: 'https://c.example', site: 'demo', sort: 'best' });
document.body.addEventListener('tribune:count', (event) => event.detail.text);
`;

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tribune-package-'));
  // The package's own types are checked, those of the browser are not.
  const options = {
    strict: true,
    noEmit: true,
    skipDefaultLibCheck: true,
    target: 'es2022',
    module: 'nodenext',
    jsx: 'react-jsx',
    types: [],
  };
  const files: Record<string, string> = {
    'package.json': '{"type":"module"}',
    'tsconfig.json': JSON.stringify({ compilerOptions: options, include: ['*.ts', '*.tsx'] }),
    'node_modules/react/package.json':
      '{"type":"module","exports":{".":"./index.js","./jsx-runtime":"./jsx-runtime.js"}}',
    'node_modules/vue/package.json': '{"type":"module","exports":"./index.js"}',
    'node_modules/react/index.d.ts': REACT,
    'node_modules/react/jsx-runtime.d.ts': RUNTIME,
    'node_modules/vue/index.d.ts': VUE,
    'plain.ts': PLAIN,
    'of-react.tsx': OF_REACT,
    'of-vue.ts': OF_VUE,
    'wrong.ts': WRONG,
  };
  for (const [name, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), text);
  }
  await cp(join(ROOT, 'client-widget/package'), join(folder, 'node_modules/tribune-comments'), { recursive: true });
});
afterAll(() => rm(folder, { recursive: true }));

it('the package’s types fit plain pages, React and Vue, and find what is wrong', async () => {
  const tsc = join(ROOT, 'node_modules/typescript/bin/tsc');
  const { stdout } = await promisify(execFile)(process.execPath, [tsc, '-p', folder, '--pretty', 'false'], {
    cwd: folder,
  }).catch((error: unknown) => error as { stdout: string });
  const mistakes = stdout.split('\n').filter((line) => line !== '' && !line.startsWith(' '));
  expect(mistakes.map((line) => /^[^,]+/.exec(line)?.[0])).toEqual([2, 3, 4, 5].map((line) => `wrong.ts(${line}`));
});
