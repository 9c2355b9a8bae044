import { z } from 'zod';
import { addressSchema } from './address-schema.ts';
import type { CommentId, SiteId } from './ids.ts';
import type { Block, Inline } from './markdown.ts';
import {
  APPEAL_DAYS,
  EDIT_MINUTES,
  FEATURED_MAX,
  NAME_MAX,
  NAME_MIN,
  PAGE_MAX,
  TEXT_MAX,
  THREAD_KEY_MAX,
  THREAD_TITLE_MAX,
  URL_MAX,
} from './limits.ts';
import { reasonCodeSchema } from './moderation.ts';
import { aboutFields, passageKeySchema } from './passage.ts';
import { cursorSchema, idSchema, langSchema, momentSchema, writtenSchema } from './shapes.ts';
import { readerStandingSchema } from './standing.ts';
import { toldHereSchema } from './told.ts';
import { offersSchema, ratingSchema, sortSchema, starsSchema, tallySchema, voiceOnSchema } from './votes.ts';

/** Checked once at the edge; from there on the type says which kind of id it is. */
export const siteIdSchema = z.string().regex(/^[a-z0-9][a-z0-9-]{0,62}$/) as unknown as z.ZodType<SiteId, string>;
export const commentIdSchema = idSchema as unknown as z.ZodType<CommentId, string>;

/** The host's own name for a page: an article number or a path. Control characters and halves of characters name nothing. */
export const threadKeySchema = z
  .string()
  .trim()
  .min(1)
  .max(THREAD_KEY_MAX)
  .regex(/^[^\p{Cc}\p{Cs}]*$/u);

export const threadRefSchema = z.strictObject({
  key: threadKeySchema,
  url: z
    .url({ protocol: /^https?$/ })
    .max(URL_MAX)
    .optional()
    .describe("Address of the article; kept if it is on one of the site's origins"),
  title: z.string().trim().max(THREAD_TITLE_MAX).optional(),
  lang: langSchema.optional(),
});
export type ThreadRef = z.infer<typeof threadRefSchema>;

const authorInputSchema = z.strictObject({
  name: z
    .string()
    .min(NAME_MIN)
    .max(NAME_MAX * 4),
  email: addressSchema
    .optional()
    .describe('Never shown; as `offers` of the page says, guests have to give one, or it is not stored'),
});

/** POST comments. `text` is the Markdown subset; its length is counted in code points after trimming. */
export const commentCreateSchema = z.strictObject({
  thread: threadRefSchema,
  parentId: commentIdSchema.nullable().optional(),
  author: authorInputSchema.optional().describe('Left out by who has signed in and has a name, which counts then'),
  text: z.string().max(TEXT_MAX * 2),
  ...aboutFields,
  nudge: z.boolean().optional().describe('Rather be told what may keep it back, where a site offers that'),
  proof: z.string().max(2000).optional().describe('ALTCHA payload for the `challenge` of a 428 `work-needed`'),
});
export type CommentCreate = z.infer<typeof commentCreateSchema>;

export const inlineSchema: z.ZodType<Inline> = z.lazy(() =>
  z.discriminatedUnion('t', [
    z.strictObject({ t: z.literal('text'), v: z.string() }),
    z.strictObject({ t: z.literal('br') }),
    z.strictObject({ t: z.literal('code'), v: z.string() }),
    z.strictObject({ t: z.enum(['em', 'del', 'spoiler']), c: z.array(inlineSchema) }),
    z.strictObject({ t: z.literal('strong'), c: z.array(inlineSchema), mention: z.literal(true).optional() }),
    z.strictObject({ t: z.literal('a'), href: z.string(), c: z.array(inlineSchema) }),
  ]),
);
export const blockSchema: z.ZodType<Block> = z.lazy(() =>
  z.discriminatedUnion('t', [
    z.strictObject({ t: z.literal('p'), c: z.array(inlineSchema) }),
    z.strictObject({ t: z.literal('pre'), v: z.string() }),
    z.strictObject({ t: z.literal('blockquote'), c: z.array(blockSchema) }),
    z.strictObject({ t: z.literal('ul'), items: z.array(z.array(blockSchema)) }),
    z.strictObject({ t: z.literal('ol'), start: z.int(), items: z.array(z.array(blockSchema)) }),
  ]),
);

/**
 * A comment as everyone may see it. `v` grows with every change of the comment, so a newer view always replaces an older
 * one, whichever way it arrives. A removed comment keeps its place when replies hang below it, without author or text.
 */
export const commentViewSchema = z.strictObject({
  id: commentIdSchema,
  parentId: commentIdSchema.nullable(),
  rootId: commentIdSchema.describe('The top-level comment of its branch; its own id for a top-level comment'),
  depth: z.int().min(0).describe('0 for a top-level comment'),
  v: z.int().min(1),
  state: z.enum(['published', 'removed']),
  author: z.strictObject({ id: idSchema, name: z.string(), staff: z.boolean() }).nullable(),
  body: z.array(blockSchema),
  createdAt: momentSchema,
  editedAt: momentSchema.nullable().describe('When its author last changed the text'),
  pinnedAt: momentSchema.nullable().describe('Since when it stands before all others; null for nearly all'),
  featuredAt: momentSchema.optional().describe("Since when it is one of the editor's picks; absent for most"),
  tally: tallySchema.nullable().describe('Votes and reactions; null as long as there were none'),
  passage: passageKeySchema.optional().describe('The passage of the article it is about; absent for most'),
});
export type CommentView = z.infer<typeof commentViewSchema>;

/** An author's objection to a refusal, and what came of it. */
const ownAppealSchema = z.strictObject({
  at: momentSchema,
  text: z.string(),
  state: z.enum(['open', 'upheld', 'overturned']).describe('upheld: the comment stays refused'),
});
export type OwnAppeal = z.infer<typeof ownAppealSchema>;

/** A comment as its own author sees it. `reasons` say why it was refused, `note` what the moderator wrote about it. */
export const ownCommentViewSchema = commentViewSchema.extend({
  state: z.enum(['published', 'held', 'refused', 'withdrawn']),
  rev: z.int().min(1).describe('Of the text; what an edit says it has seen'),
  editableUntil: momentSchema
    .nullable()
    .describe(`${EDIT_MINUTES} minutes after posting, as long as nobody answers; null where it cannot be edited`),
  appealableUntil: momentSchema
    .nullable()
    .describe(`${APPEAL_DAYS} days after a refusal; null where there is nothing to appeal against`),
  appeal: ownAppealSchema.nullable(),
  reasons: z.array(reasonCodeSchema).describe('The main one first; empty unless a moderator refused it'),
  note: z.string().nullable().describe('Plain text, in the words of the moderator who refused the comment'),
});
export type OwnCommentView = z.infer<typeof ownCommentViewSchema>;

/** The same with the text as it was typed, to be edited. */
export const editableCommentSchema = ownCommentViewSchema.extend({ text: z.string() });
export type EditableComment = z.infer<typeof editableCommentSchema>;

/** POST report: why a reader thinks a comment should be looked at. */
export const reportCreateSchema = z.strictObject({
  reason: reasonCodeSchema,
  note: writtenSchema.optional().describe('To the moderators'),
});
export type ReportCreate = z.infer<typeof reportCreateSchema>;

/** PUT comment: a new text in place of the one its author saw. */
export const commentEditSchema = z.strictObject({
  text: z.string().max(TEXT_MAX * 2),
  expectedRev: z.int().min(1),
  mentions: aboutFields.mentions.describe('Whom the new text names beside those the old one did'),
});
export type CommentEdit = z.infer<typeof commentEditSchema>;

/** POST appeal: why a refusal was wrong. */
export const appealCreateSchema = z.strictObject({ text: writtenSchema.min(1) });
export type AppealCreate = z.infer<typeof appealCreateSchema>;

export const branchSchema = z.strictObject({
  root: commentViewSchema,
  replies: z.array(commentViewSchema).describe('Descendants of the root, oldest first'),
  next: z.string().nullable().describe('Cursor for more replies'),
  more: z.int().min(0).describe('Replies that did not come along'),
});
export type Branch = z.infer<typeof branchSchema>;

/** GET comment: the branch one comment stands in, and which thread that is. */
export const branchOfSchema = branchSchema.extend({ threadId: idSchema });
export type BranchOf = z.infer<typeof branchOfSchema>;

const reactionCountsSchema = z.strictObject({ like: z.int().min(0) });
export type ReactionCounts = z.infer<typeof reactionCountsSchema>;

export const threadPageQuerySchema = z.strictObject({
  thread: threadKeySchema,
  sort: sortSchema.default('newest'),
  cursor: cursorSchema.optional(),
  limit: z.coerce.number().int().min(1).max(PAGE_MAX).optional(),
  passage: passageKeySchema.optional().describe('Only what is about this passage, in order of time'),
});

/** How a thread may be written in: at any pace, unless it boils over or moderators have closed it. */
export const paceSchema = z.strictObject({
  everySeconds: z
    .int()
    .min(1)
    .nullable()
    .describe('Each person writes once in so many seconds; null for no such limit'),
  premod: z.boolean().describe('Every comment waits for a moderator'),
  closed: z.boolean().describe('Nobody writes or edits here any more; all else goes on'),
});
export type Pace = z.infer<typeof paceSchema>;

/** GET comments: public, the same for everyone. `seq` is where the live stream goes on from. */
export const threadPageSchema = z.strictObject({
  threadId: idSchema,
  seq: z.int().min(0),
  passage: passageKeySchema.optional().describe('The one that was asked for'),
  count: z.int().min(0).describe('Published comments and replies'),
  reactions: reactionCountsSchema,
  rating: ratingSchema.nullable().describe('Stars of the article; null where the site asks for none'),
  offers: offersSchema,
  pace: paceSchema,
  featured: z.array(commentIdSchema).describe("The editor's picks of the whole thread"),
  items: z
    .array(branchSchema)
    .describe('On the first page the pinned ones come before, and beside, as many as were asked for'),
  next: z.string().nullable(),
});
export type ThreadPage = z.infer<typeof threadPageSchema>;

/** GET featured: the editor's picks of a thread, at any depth. Public, the same for everyone. */
export const featuredSchema = z.strictObject({
  threadId: idSchema,
  items: z.array(commentViewSchema).max(FEATURED_MAX).describe('What was featured last comes first'),
});
export type Featured = z.infer<typeof featuredSchema>;

/** GET changes: what is different since `since`. With `reset` the client reloads the page instead. */
export const threadChangesSchema = z.strictObject({
  threadId: idSchema,
  seq: z.int().min(0),
  reset: z.boolean(),
  count: z.int().min(0),
  reactions: reactionCountsSchema,
  pace: paceSchema,
  comments: z.array(commentViewSchema).describe('In the order in which they changed first'),
});
export type ThreadChanges = z.infer<typeof threadChangesSchema>;

/** GET mine: what belongs to the caller in this thread and is not part of the public page. */
export const threadMineSchema = z.strictObject({
  comments: z.array(ownCommentViewSchema).describe('Own comments that are held or were refused, newest first'),
  reaction: z.enum(['like']).nullable(),
  stars: starsSchema.nullable().describe('What the caller has rated the article'),
  voices: z.array(voiceOnSchema).describe('What the caller has said about comments, the latest 1,000'),
  standing: readerStandingSchema.nullable().describe('What moderators have done about the caller; null for nothing'),
  told: toldHereSchema,
  muted: z.array(z.string()).describe('Ids of authors whose comments the caller does not want to read'),
});
export type ThreadMine = z.infer<typeof threadMineSchema>;

export const reactionPutSchema = z.strictObject({ thread: threadRefSchema, value: z.enum(['like']).nullable() });
export type ReactionPut = z.infer<typeof reactionPutSchema>;

export const reactionStateSchema = z.strictObject({
  reactions: reactionCountsSchema,
  reaction: z.enum(['like']).nullable(),
});
export type ReactionState = z.infer<typeof reactionStateSchema>;
