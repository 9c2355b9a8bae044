import esbuild from 'esbuild';
import { fileURLToPath } from 'node:url';

const inRoot = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url));

/** What stands where components import Preact, in the widget's bundle. */
const OURS = {
  'preact/hooks': inRoot('client-widget/kit/hooks.ts'),
  'preact/jsx-runtime': inRoot('client-widget/kit/renderer.ts'),
  preact: inRoot('client-widget/kit/renderer.ts'),
};

/** Scripts that make the scenes of `scenes.tsx` known to a page, as `Preact.play` and `Ours.play`. */
export async function scenesOfBoth(): Promise<string> {
  const compile = async (globalName: string, alias: Record<string, string>) => {
    const { outputFiles } = await esbuild.build({
      entryPoints: [inRoot('tests/support/scenes.tsx')],
      ...{ bundle: true, write: false, format: 'iife', jsx: 'automatic', jsxImportSource: 'preact', globalName, alias },
    });
    return outputFiles[0]?.text ?? '';
  };
  return (await Promise.all([compile('Preact', {}), compile('Ours', OURS)])).join('\n');
}
