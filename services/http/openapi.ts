import { z } from 'zod';
import * as audit from '../../shared/audit.ts';
import * as comment from '../../shared/comment.ts';
import { threadCountsSchema } from '../../shared/counts.ts';
import * as heat from '../../shared/heat.ts';
import * as identity from '../../shared/identity.ts';
import * as moderation from '../../shared/moderation.ts';
import * as nudge from '../../shared/nudge.ts';
import * as notification from '../../shared/notification.ts';
import * as people from '../../shared/people.ts';
import { problemStatus } from '../../shared/problem.ts';
import * as review from '../../shared/review.ts';
import * as siteModeration from '../../shared/site-moderation.ts';
import { siteSettingsSchema } from '../../shared/site.ts';
import { readerStandingSchema } from '../../shared/standing.ts';
import { ratingPutSchema, ratingStateSchema } from '../../shared/rating.ts';
import * as votes from '../../shared/votes.ts';
import type { About, Route, Shapes } from './call.ts';

/** Names of schemas in the description; any other schema is named after its operation. */
const NAMED: Readonly<Record<string, z.ZodType>> = {
  Inline: comment.inlineSchema,
  Block: comment.blockSchema,
  Comment: comment.commentViewSchema,
  OwnComment: comment.ownCommentViewSchema,
  EditableComment: comment.editableCommentSchema,
  Branch: comment.branchSchema,
  BranchOf: comment.branchOfSchema,
  Pace: comment.paceSchema,
  ThreadPage: comment.threadPageSchema,
  ThreadChanges: comment.threadChangesSchema,
  ThreadCounts: threadCountsSchema,
  ThreadMine: comment.threadMineSchema,
  ThreadRef: comment.threadRefSchema,
  Nudge: nudge.nudgeSchema,
  Hint: nudge.hintSchema,
  CommentCreate: comment.commentCreateSchema,
  ReactionPut: comment.reactionPutSchema,
  ReactionState: comment.reactionStateSchema,
  Tally: votes.tallySchema,
  VotePut: votes.votePutSchema,
  EmojiPut: votes.emojiPutSchema,
  VoiceState: votes.voiceStateSchema,
  RatingPut: ratingPutSchema,
  RatingState: ratingStateSchema,
  Guest: identity.guestSchema,
  Moderator: identity.moderatorSchema,
  Setup: identity.setupSchema,
  SignIn: identity.signInSchema,
  Invite: identity.inviteSchema,
  SocketTicket: identity.socketTicketSchema,
  Notification: notification.notificationSchema,
  Inbox: notification.inboxSchema,
  MarkRead: notification.markReadSchema,
  Unread: notification.unreadSchema,
  Hit: moderation.hitSchema,
  Verdict: moderation.verdictSchema,
  ReviewCard: review.reviewCardSchema,
  ReviewPage: review.reviewPageSchema,
  ReviewContext: review.reviewContextSchema,
  Report: comment.reportCreateSchema,
  CommentEdit: comment.commentEditSchema,
  Appeal: comment.appealCreateSchema,
  Decision: review.decisionSchema,
  Decided: review.decidedSchema,
  SiteSettings: siteSettingsSchema,
  SiteModeration: siteModeration.siteModerationSchema,
  SettingsChange: siteModeration.settingsChangeSchema,
  ModerationTest: siteModeration.moderationTestSchema,
  ModerationTested: siteModeration.moderationTestedSchema,
  AuditEvent: audit.auditEventSchema,
  AuditPage: audit.auditPageSchema,
  AuditPerson: audit.auditPersonSchema,
  History: audit.historySchema,
  ReaderStanding: readerStandingSchema,
  Person: people.personCardSchema,
  Sanction: people.sanctionSchema,
  SanctionOrder: people.sanctionOrderSchema,
  HotThread: heat.hotThreadSchema,
};

const problemSchema = {
  type: 'object',
  description:
    'RFC 9457. Further members ride along with some codes, for instance the fresh card of a decided comment.',
  required: ['type', 'title', 'status', 'detail', 'code'],
  properties: {
    type: { type: 'string' },
    title: { type: 'string' },
    status: { type: 'integer' },
    detail: { type: 'string', description: 'A sentence for people, in the language of Accept-Language' },
    code: { type: 'string', enum: Object.keys(problemStatus) },
    errors: {
      type: 'array',
      items: {
        type: 'object',
        required: ['path', 'code', 'message'],
        properties: {
          path: { type: 'string' },
          code: { type: 'string' },
          limit: { type: 'integer' },
          entry: { type: 'string', description: 'The entry of a list that is at fault' },
          message: { type: 'string' },
        },
      },
    },
    retryAfter: { type: 'integer', description: 'Seconds' },
  },
};

type Described = About & Pick<Route, 'who'> & Shapes<unknown, unknown, unknown>;
type JsonSchema = Record<string, unknown> & { properties?: Record<string, unknown>; required?: string[] };

/** The API description (OpenAPI 3.1), made from the very schemas that requests are checked with. */
export function describeApi(described: readonly Described[], version: string): Record<string, unknown> {
  const registry = z.registry<{ id: string }>();
  for (const [id, schema] of Object.entries(NAMED)) registry.add(schema, { id });
  const nameOf = (schema: z.ZodType, fallback: string): string => {
    if (!registry.has(schema)) registry.add(schema, { id: fallback });
    return registry.get(schema)?.id ?? fallback;
  };
  const paths: Record<string, Record<string, unknown>> = {};
  const operations = described.map((about) => ({ about, write: prepare(about, nameOf) }));
  const { schemas } = z.toJSONSchema(registry, { io: 'input', uri: (id) => `#/components/schemas/${id}` });
  for (const { about, write } of operations) {
    const path = about.path.replace(/:(\w+)/g, '{$1}');
    paths[path] = { ...paths[path], [about.method]: write(schemas) };
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Tribune',
      version,
      description: 'Comments, live reply notifications and moderation for publishers.',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    paths,
    components: {
      schemas: {
        ...Object.fromEntries(Object.entries(schemas).map(([id, schema]) => [id, strip(schema)])),
        Problem: problemSchema,
      },
      securitySchemes: {
        reader: { type: 'http', scheme: 'bearer', description: 'The token of POST guests, or of who has signed in' },
        moderator: {
          type: 'apiKey',
          in: 'cookie',
          name: 'tribune',
          description: 'The session cookie of the console; "__Host-tribune" over https',
        },
      },
    },
  };
}

function prepare(about: Described, nameOf: (schema: z.ZodType, fallback: string) => string) {
  const operationId = operationIdOf(about);
  const names = {
    params: about.params && nameOf(about.params, `${operationId}Params`),
    query: about.query && nameOf(about.query, `${operationId}Query`),
    body: about.body && nameOf(about.body, `${operationId}Body`),
  };
  const answers = Object.entries(about.answers).map(([status, { description, schema, alsoAs }]) => ({
    ...{ status, description, alsoAs },
    name: schema === null ? null : nameOf(schema, `${operationId}Answer`),
  }));
  return (schemas: Record<string, JsonSchema>): Record<string, unknown> => ({
    operationId,
    tags: [about.tag],
    summary: about.summary,
    ...(about.description === undefined ? {} : { description: about.description }),
    ...securityOf(about.who),
    parameters: [
      ...parametersOf('path', names.params === undefined ? undefined : schemas[names.params]),
      ...parametersOf('query', names.query === undefined ? undefined : schemas[names.query]),
      ...(about.idempotent ? [IDEMPOTENCY_KEY] : []),
    ],
    ...(names.body === undefined
      ? {}
      : {
          requestBody: {
            required: about.body?.safeParse(undefined).success !== true,
            content: json(names.body, 'application/json'),
          },
        }),
    responses: {
      ...Object.fromEntries(
        answers.map(({ status, description, alsoAs, name }) => [
          status,
          {
            description,
            ...(name === null && alsoAs === undefined
              ? {}
              : { content: { ...(name === null ? {} : json(name, 'application/json')), ...asText(alsoAs) } }),
          },
        ]),
      ),
      default: { description: 'A problem', content: json('Problem', 'application/problem+json') },
    },
  });
}

const IDEMPOTENCY_KEY = {
  name: 'Idempotency-Key',
  in: 'header',
  required: false,
  description:
    'The same key with the same request gives the answer of the first time; use one fresh random key per act.',
  schema: { type: 'string', pattern: '^[A-Za-z0-9_-]{8,100}$' },
};

function securityOf(who: Route['who']): { security?: Record<string, string[]>[] } {
  if (who === 'moderator') return { security: [{ moderator: [] }] };
  if (who === 'perhaps-reader') return { security: [{}, { reader: [] }] };
  return who === 'reader' || who === 'reader-of-site' ? { security: [{ reader: [] }] } : {};
}

function parametersOf(place: 'path' | 'query', schema: JsonSchema | undefined): Record<string, unknown>[] {
  return Object.entries(schema?.properties ?? {}).map(([name, property]) => ({
    name,
    in: place,
    required: place === 'path' || (schema?.required ?? []).includes(name),
    schema: property,
  }));
}

function json(name: string, type: string): Record<string, unknown> {
  return { [type]: { schema: { $ref: `#/components/schemas/${name}` } } };
}

function asText(type: string | undefined): Record<string, unknown> {
  return type === undefined ? {} : { [type]: { schema: { type: 'string' } } };
}

function strip(schema: unknown): unknown {
  const { $schema: _, $id: __, ...rest } = schema as Record<string, unknown>;
  return rest;
}

function operationIdOf({ method, path }: About): string {
  const words = path.split('/').filter((part) => part !== '' && part !== 'v1' && !part.startsWith(':'));
  const names = words.flatMap((word) => word.split(/[-.]/)).map((word) => word.charAt(0).toUpperCase() + word.slice(1));
  return method + names.join('') + (path.split('/').at(-1)?.startsWith(':') === true ? 'One' : '');
}
