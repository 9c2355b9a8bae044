/** The API description as a page to read: made on the server, without scripts. */

interface Operation {
  tags?: string[];
  summary?: string;
  description?: string;
  security?: Record<string, string[]>[];
  parameters?: { name: string; in: string; required?: boolean; description?: string; schema?: Schema }[];
  requestBody?: { content: Record<string, { schema: Schema }> };
  responses?: Record<string, { description: string; content?: Record<string, { schema: Schema }> }>;
}
interface Schema {
  $ref?: string;
  type?: string | string[];
  description?: string;
  enum?: unknown[];
  const?: unknown;
  default?: unknown;
  items?: Schema;
  properties?: Record<string, Schema>;
  required?: string[];
  oneOf?: Schema[];
  anyOf?: Schema[];
  minLength?: number;
  maxLength?: number;
  minimum?: number;
  maximum?: number;
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const escape = (text: unknown): string => String(text).replace(/[&<>"']/g, (char) => ENTITIES[char] ?? char);

export function referencePage(description: Record<string, unknown>): string {
  const { info, paths, components } = description as {
    info: { title: string; version: string; description: string };
    paths: Record<string, Record<string, Operation>>;
    components: { schemas: Record<string, Schema> };
  };
  const operations = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({
      path,
      method,
      operation,
      id: `${method}${path}`.replace(/[^a-zA-Z0-9]+/g, '-'),
    })),
  );
  const tags = [...new Set(operations.flatMap(({ operation }) => operation.tags ?? []))];
  const nav = tags
    .map(
      (tag) =>
        `<h2>${escape(tag)}</h2><ul>${operations
          .filter(({ operation }) => operation.tags?.includes(tag))
          .map(({ id, operation }) => `<li><a href="#${id}">${escape(operation.summary)}</a></li>`)
          .join('')}</ul>`,
    )
    .join('');
  const sections = operations
    .map(
      ({ id, path, method, operation }) =>
        `<section id="${id}"><h3>${escape(operation.summary)}</h3><p><code class="method">${escape(method.toUpperCase())}</code> <code>${escape(path)}</code>${lock(operation)}</p>${operation.description ? `<p>${escape(operation.description)}</p>` : ''}${parameters(operation)}${body(operation)}${responses(operation)}</section>`,
    )
    .join('');
  const schemas = Object.entries(components.schemas)
    .map(([name, schema]) => `<section id="schema-${escape(name)}"><h3>${escape(name)}</h3>${shape(schema)}</section>`)
    .join('');
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>${escape(info.title)} API</title><link rel="stylesheet" href="/api/reference.css"></head><body><nav aria-label="Operations"><p class="brand">${escape(info.title)} <small>${escape(info.version)}</small></p>${nav}<h2>schemas</h2><ul>${Object.keys(
    components.schemas,
  )
    .map((name) => `<li><a href="#schema-${escape(name)}">${escape(name)}</a></li>`)
    .join(
      '',
    )}</ul></nav><main><h1>${escape(info.title)} API</h1><p>${escape(info.description)} Machine-readable: <a href="/openapi.json">/openapi.json</a>.</p>${sections}<h2>Schemas</h2>${schemas}</main></body></html>`;
}

function lock(operation: Operation): string {
  const names = (operation.security ?? []).flatMap((scheme) => Object.keys(scheme));
  return names.length === 0 ? '' : ` <span class="lock">${escape(names.join(', '))}</span>`;
}

function parameters({ parameters: list = [] }: Operation): string {
  if (list.length === 0) return '';
  const rows = list.map(
    (p) =>
      `<tr><th scope="row"><code>${escape(p.name)}</code></th><td>${escape(p.in)}${p.required ? ', required' : ''}</td><td>${typeOf(p.schema)}${p.description ? ` ${escape(p.description)}` : ''}</td></tr>`,
  );
  return `<h4>Parameters</h4><table>${rows.join('')}</table>`;
}

function body({ requestBody }: Operation): string {
  const schema = Object.values(requestBody?.content ?? {})[0]?.schema;
  return schema === undefined ? '' : `<h4>Body</h4><p>${typeOf(schema)}</p>`;
}

function responses({ responses: list = {} }: Operation): string {
  const rows = Object.entries(list).map(([status, answer]) => {
    const schema = Object.values(answer.content ?? {})[0]?.schema;
    return `<tr><th scope="row">${escape(status)}</th><td>${escape(answer.description)}</td><td>${schema === undefined ? '' : typeOf(schema)}</td></tr>`;
  });
  return `<h4>Answers</h4><table>${rows.join('')}</table>`;
}

function typeOf(schema: Schema | undefined): string {
  if (schema === undefined) return '';
  if (schema.$ref !== undefined) {
    const name = schema.$ref.split('/').at(-1) ?? '';
    return `<a href="#schema-${escape(name)}">${escape(name)}</a>`;
  }
  const either = schema.oneOf ?? schema.anyOf;
  if (either !== undefined) return either.map(typeOf).join(' or ');
  if (schema.enum !== undefined) return schema.enum.map((value) => `<code>${escape(value)}</code>`).join(' ');
  if (schema.const !== undefined) return `<code>${escape(schema.const)}</code>`;
  if (schema.items !== undefined) return `list of ${typeOf(schema.items)}`;
  const size = schema.maxLength ?? schema.maximum;
  return `${escape(Array.isArray(schema.type) ? schema.type.join(' or ') : (schema.type ?? 'any'))}${size === undefined || size > 1e12 ? '' : ` ≤ ${size}`}`;
}

function shape(schema: Schema): string {
  const either = schema.oneOf ?? schema.anyOf;
  if (either !== undefined) return either.map(shape).join('<p>or</p>');
  const rows = Object.entries(schema.properties ?? {}).map(
    ([name, property]) =>
      `<tr><th scope="row"><code>${escape(name)}</code></th><td>${schema.required?.includes(name) ? 'always' : 'optional'}</td><td>${typeOf(property)}${property.description ? `. ${escape(property.description)}` : ''}</td></tr>`,
  );
  return `${schema.description ? `<p>${escape(schema.description)}</p>` : ''}<table>${rows.join('')}</table>`;
}

export const referenceStyle = `:root{color-scheme:light dark;--line:color-mix(in srgb,currentColor 18%,transparent)}
body{margin:0;font:16px/1.55 system-ui,sans-serif;display:grid;grid-template-columns:16rem minmax(0,1fr)}
nav{position:sticky;top:0;height:100vh;overflow:auto;padding:1rem;border-inline-end:1px solid var(--line);box-sizing:border-box;font-size:.875rem}
nav ul{list-style:none;padding:0;margin:0}nav li{padding:.15rem 0}nav h2{font-size:.75rem;text-transform:uppercase;letter-spacing:.06em;margin:1.2rem 0 .3rem}
.brand{font-weight:700;margin:0}main{padding:1.5rem 2rem 4rem;max-width:60rem}section{border-top:1px solid var(--line);padding-top:.5rem;margin-top:1.5rem}
code{font:.9em/1.4 ui-monospace,monospace;overflow-wrap:anywhere}.method{font-weight:700}.lock{border:1px solid var(--line);border-radius:1rem;padding:0 .6rem;font-size:.8rem}
table{border-collapse:collapse;width:100%;font-size:.9rem}th,td{text-align:start;vertical-align:top;padding:.3rem .8rem .3rem 0;border-top:1px solid var(--line);font-weight:400}
@media(max-width:48rem){body{display:block}nav{position:static;height:auto;border:0;border-bottom:1px solid var(--line)}main{padding:1rem}}`;
