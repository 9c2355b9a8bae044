// Requests made from the description of the API: for each operation one that is as it should be, and every place in it where something
// else could stand. Plain JavaScript, so that the benches use the same.

/** Values a string may have, the first that fits its schema being taken; a schema that none fits wants a new one here. */
const STRINGS = [
  'demo',
  'un mot',
  '2026-01-02T03:04:05.000Z',
  'odile@lecteurs.example',
  'fr',
  '08:00',
  'a'.repeat(26),
  '123456',
  'a'.repeat(43),
  'a'.repeat(86),
  'correct horse battery staple',
  'https://hooks.example/alerts',
  '👏',
];

/**
 * Every operation of a description.
 * @param document an OpenAPI 3.1 document whose schemas are all named or in place
 */
export function operationsOf(document) {
  return Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, { operationId, security, parameters = [], requestBody, responses }]) => {
      const schema = requestBody?.content['application/json'].schema;
      return {
        id: operationId,
        method: method.toUpperCase(),
        path,
        who: Object.keys(security?.[0] ?? {})[0] ?? 'anyone',
        parameters,
        ...{ body: schema ?? null, bodyRequired: requestBody?.required === true, responses },
        /** Examples of the body, one for each shape it may have; one without a body where none is described. */
        shapes: schema === undefined ? [{ value: undefined, places: [] }] : shapesOf(schema, document),
      };
    }),
  );
}

/** What a schema is, wherever it is described. */
export function resolved(schema, document) {
  const name = schema.$ref?.replace('#/components/schemas/', '');
  return name === undefined ? schema : resolved(document.components.schemas[name], document);
}

function alternativesOf(schema, document) {
  const whole = resolved(schema, document);
  const either = whole.anyOf ?? whole.oneOf;
  return either === undefined ? [whole] : either.flatMap((one) => alternativesOf(one, document));
}

/** The JSON types a schema takes. */
export function typesOf(schema, document) {
  return new Set(alternativesOf(schema, document).flatMap(({ type }) => type));
}

/**
 * Examples of a schema with everything optional in them, one for each alternative anywhere in it, each with its places: where in it
 * (`at`, keys from the outside in), and the JSON types that may stand there. A place that several have is named with the first.
 */
export function shapesOf(schema, document) {
  const seen = new Set();
  return build(schema, document).map(({ value, places }) => ({
    value,
    places: places.filter(({ at }) => {
      const key = JSON.stringify(at);
      return !seen.has(key) && seen.add(key);
    }),
  }));
}

function build(schema, document) {
  const types = typesOf(schema, document);
  return alternativesOf(schema, document).flatMap((one) =>
    buildOne(one, document).map(({ value, places }) => ({ value, places: [{ at: [], types }, ...places] })),
  );
}

function buildOne(schema, document) {
  if (schema.type === 'object') return buildObject(schema, document);
  if (schema.type === 'array')
    return build(schema.items, document).map(({ value, places }) => ({ value: [value], places: below(0, places) }));
  return [{ value: leaf(schema), places: [] }];
}

/** One object with the first shape of each property, and one more for each further shape of one. */
function buildObject({ properties = {} }, document) {
  const shapes = Object.entries(properties).map(([key, schema]) => ({ key, all: build(schema, document) }));
  const withShape = (which, n) => {
    const chosen = shapes.map(({ key, all }) => ({ key, shape: all[key === which ? n : 0] }));
    return {
      value: Object.fromEntries(chosen.map(({ key, shape }) => [key, shape.value])),
      places: chosen.flatMap(({ key, shape }) => below(key, shape.places)),
    };
  };
  const further = shapes.flatMap(({ key, all }) => all.slice(1).map((_, i) => withShape(key, i + 1)));
  return [withShape(), ...further];
}

const below = (key, places) => places.map(({ at, types }) => ({ at: [key, ...at], types }));

function leaf(schema) {
  if ('const' in schema) return schema.const;
  if (schema.enum !== undefined) return schema.enum[0];
  switch (schema.type) {
    case 'string':
      return stringFor(schema);
    case 'integer':
    case 'number':
      return Math.max(schema.minimum ?? 0, schema.exclusiveMinimum === undefined ? 0 : schema.exclusiveMinimum + 1);
    case 'boolean':
      return true;
    case 'null':
      return null;
    default:
      throw new Error(`no example of ${JSON.stringify(schema)}`);
  }
}

/** Whether a string is one the schema takes, as far as it says. */
export function fits(text, { pattern, format, minLength = 0, maxLength = Infinity }) {
  if (text.length < minLength || text.length > maxLength) return false;
  if (format === 'email') return /^[^@\s]+@[^@\s]+\.[a-z]+$/.test(text);
  if (format === 'uri') return URL.canParse(text);
  return pattern === undefined || expression(pattern).test(text);
}

/** JSON Schema's patterns are of the "u" kind; properties of whole sequences of code points are of the "v" kind alone. */
function expression(pattern) {
  return new RegExp(pattern, pattern.includes('RGI_Emoji') ? 'v' : 'u');
}

function stringFor(schema) {
  const found = STRINGS.find((text) => fits(text, schema));
  if (found === undefined) throw new Error(`no example of ${JSON.stringify(schema)}`);
  return found;
}

/** The value with another one at a place; the rest is shared. */
export function withAt(value, [key, ...rest], other) {
  if (key === undefined) return other;
  const copy = Array.isArray(value) ? [...value] : { ...value };
  copy[key] = withAt(value[key], rest, other);
  return copy;
}

/** What stands at a place. */
export const valueAt = (value, at) => at.reduce((inner, key) => inner[key], value);

/**
 * The address of a request.
 * @param params values of the path's parameters by name; any other is filled with an example
 * @param query `undefined` for the one with an example of each parameter that is required
 */
export function addressOf(operation, document, { params = {}, query } = {}) {
  const example = ({ schema }) => build(schema, document)[0].value;
  const given = (name) => operation.parameters.find((one) => one.in === 'path' && one.name === name);
  const path = operation.path.replace(/\{(\w+)\}/g, (_, name) =>
    encodeURIComponent(String(params[name] ?? example(given(name)))),
  );
  const required = operation.parameters.filter((one) => one.in === 'query' && one.required);
  const pairs = query ?? required.map((one) => `${one.name}=${encodeURIComponent(String(example(one)))}`).join('&');
  return pairs === '' ? path : `${path}?${pairs}`;
}
