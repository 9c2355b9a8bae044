export type JsonType = 'string' | 'number' | 'integer' | 'boolean' | 'null' | 'object' | 'array';
export interface Schema {
  type?: JsonType;
  $ref?: string;
  anyOf?: Schema[];
  oneOf?: Schema[];
  properties?: Record<string, Schema>;
  required?: string[];
  items?: Schema;
  [more: string]: unknown;
}
export interface ApiDocument {
  paths: Record<string, Record<string, unknown>>;
  components: { schemas: Record<string, Schema> };
}
export interface Parameter {
  name: string;
  in: 'path' | 'query' | 'header';
  required?: boolean;
  schema: Schema;
}
export interface Place {
  at: (string | number)[];
  types: Set<JsonType>;
}
export interface Shape {
  value: unknown;
  places: Place[];
}
export interface Operation {
  id: string;
  method: string;
  path: string;
  who: 'anyone' | 'reader' | 'moderator';
  parameters: Parameter[];
  body: Schema | null;
  bodyRequired: boolean;
  responses: Record<string, { content?: Record<string, unknown> }>;
  shapes: Shape[];
}
export function operationsOf(document: ApiDocument): Operation[];
export function resolved(schema: Schema, document: ApiDocument): Schema;
export function typesOf(schema: Schema, document: ApiDocument): Set<JsonType>;
export function shapesOf(schema: Schema, document: ApiDocument): Shape[];
export function fits(text: string, schema: Schema): boolean;
export function withAt(value: unknown, at: readonly (string | number)[], other: unknown): unknown;
export function valueAt(value: unknown, at: readonly (string | number)[]): unknown;
export function addressOf(
  operation: Operation,
  document: ApiDocument,
  given?: { params?: Record<string, unknown>; query?: string },
): string;
