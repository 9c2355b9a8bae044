import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize, resolve } from 'node:path';

export const ROOT = resolve(import.meta.dirname, '../..');

export interface Import {
  /** A path from the root for own files, the package's name otherwise. */
  target: string;
  own: boolean;
  typeOnly: boolean;
}

export interface Source {
  /** From the root, with forward slashes. */
  path: string;
  text: string;
  imports: Import[];
}

/** Every TypeScript source below a folder, with what it imports. */
export function sourcesOf(...folders: string[]): Source[] {
  return folders.flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.tsx?$/.test(name))
      .map((name) => {
        const path = join(folder, name);
        const text = readFileSync(join(ROOT, path), 'utf8');
        return { path, text, imports: importsOf(path, text) };
      }),
  );
}

/** Static imports and re-exports, and `import()` of a literal. */
function importsOf(path: string, text: string): Import[] {
  const found: Import[] = [];
  const statement = /(?:^|\n)\s*(?:import|export)\s+(type\s+)?([^'";]*?\sfrom\s+)?['"]([^'"]+)['"]/g;
  for (const [, type, clause = '', specifier = ''] of text.matchAll(statement)) {
    found.push(toImport(path, specifier, type !== undefined || isOnlyTypes(clause)));
  }
  for (const [, specifier = ''] of text.matchAll(/\bimport\(\s*['"]([^'"]+)['"]\s*\)/g)) {
    found.push(toImport(path, specifier, false));
  }
  return found;
}

/** `{ type A, type B }` imports nothing that runs. */
function isOnlyTypes(clause: string): boolean {
  const names = /^\s*\{([^}]*)\}\s*from\s*$/
    .exec(clause)?.[1]
    ?.split(',')
    .map((name) => name.trim())
    .filter(Boolean);
  return names !== undefined && names.length > 0 && names.every((name) => name.startsWith('type '));
}

function toImport(path: string, specifier: string, typeOnly: boolean): Import {
  if (specifier.startsWith('.')) return { target: normalize(join(dirname(path), specifier)), own: true, typeOnly };
  const parts = specifier.replace(/^node:/, 'node:').split('/');
  return { target: specifier.startsWith('@') ? parts.slice(0, 2).join('/') : (parts[0] ?? ''), own: false, typeOnly };
}

/** Circles among imports that run; each is named once, as the files along it. */
export function circlesIn(sources: Source[]): string[][] {
  const edges = new Map(
    sources.map((source) => [source.path, source.imports.filter((i) => i.own && !i.typeOnly).map((i) => i.target)]),
  );
  const done = new Set<string>();
  const circles: string[][] = [];
  const visit = (path: string, trail: string[]): void => {
    const at = trail.indexOf(path);
    if (at >= 0) circles.push([...trail.slice(at), path]);
    if (at >= 0 || done.has(path)) return;
    for (const next of edges.get(path) ?? []) visit(next, [...trail, path]);
    done.add(path);
  };
  for (const path of edges.keys()) visit(path, []);
  return circles;
}
