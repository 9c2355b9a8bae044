// npm run check: types and lint of everything, in one reading: the rules ask the very program whose types were checked.
import { ESLint } from 'eslint';
import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

const root = fileURLToPath(new URL('..', import.meta.url));

/** The program over every TypeScript file of the house, as tsconfig.lint.json says. */
function readProgram() {
  const host = {
    ...ts.sys,
    onUnRecoverableConfigFileDiagnostic(diagnostic) {
      throw new Error(ts.flattenDiagnosticMessageText(diagnostic.messageText, '\n'));
    },
  };
  const parsed = ts.getParsedCommandLineOfConfigFile(`${root}tsconfig.lint.json`, {}, host);
  return ts.createProgram({
    rootNames: parsed.fileNames,
    options: parsed.options,
    configFileParsingDiagnostics: parsed.errors,
  });
}

const program = readProgram();
const wrong = ts.getPreEmitDiagnostics(program);
if (wrong.length > 0)
  console.error(
    ts.formatDiagnosticsWithColorAndContext(wrong, {
      getCanonicalFileName: (name) => name,
      getCurrentDirectory: () => root,
      getNewLine: () => '\n',
    }),
  );

const eslint = new ESLint({
  cwd: root,
  overrideConfig: {
    files: ['**/*.ts', '**/*.tsx'],
    languageOptions: { parserOptions: { project: false, programs: [program] } },
  },
});
const results = await eslint.lintFiles(['.']);
const findings = results.flatMap(({ filePath, messages }) =>
  messages.map(
    ({ line, column, message, ruleId }) =>
      `${relative(root, filePath)}:${line}:${column} ${message} (${ruleId ?? 'parser'})`,
  ),
);
findings.forEach((finding) => console.error(finding));
console.log(`${program.getRootFileNames().length} files typed, ${results.length} linted`);
process.exitCode = wrong.length + findings.length === 0 ? 0 : 1;
