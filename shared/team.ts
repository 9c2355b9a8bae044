import { z } from 'zod';
import { roleSchema } from './identity.ts';
import { momentSchema, namedSchema } from './shapes.ts';

/** POST invites: which role the link gives. */
export const inviteAskSchema = z.strictObject({ role: roleSchema.default('moderator') }).prefault({});

export const teamMemberSchema = z.strictObject({
  id: z.string(),
  name: z.string(),
  role: roleSchema,
  /** When they joined. */
  since: momentSchema,
  /** To five minutes; null if they have not asked for anything yet. */
  lastActiveAt: momentSchema.nullable(),
  /** Whether a password alone does not let them in; null for whom that is no business of. */
  hasSecondFactor: z.boolean().nullable(),
});
export type TeamMember = z.infer<typeof teamMemberSchema>;

/** One change of the team: `before` is null for who joined, `after` for who was removed. */
export const teamChangeSchema = z.strictObject({
  version: z.number().int(),
  at: momentSchema,
  by: namedSchema,
  member: namedSchema,
  before: roleSchema.nullable(),
  after: roleSchema.nullable(),
});
export type TeamChange = z.infer<typeof teamChangeSchema>;

/**
 * What else happened: everybody has to have a second factor from then on, or need not; an owner has taken a member's away; a
 * member has signed in by a recovery code, and how many are `left`.
 */
export const teamEventSchema = z.strictObject({
  id: z.string(),
  at: momentSchema,
  what: z.enum(['required', 'optional', 'reset', 'recovery-code']),
  by: namedSchema,
  member: namedSchema.nullable(),
  left: z.number().int().nullable(),
});
export type TeamEvent = z.infer<typeof teamEventSchema>;

/** GET team. */
export const teamSchema = z.strictObject({
  /** Owners first, then by name. */
  members: z.array(teamMemberSchema),
  /** The newest fifty, newest first. */
  changes: z.array(teamChangeSchema),
  /** The newest fifty, newest first. */
  events: z.array(teamEventSchema),
  /** Whether everybody has to have a second factor, and whether whoever asks may change that and take factors away. */
  secondFactor: z.strictObject({ required: z.boolean(), mayChange: z.boolean() }),
  /** Roles that whoever asks may give to others and take from them. */
  mayGive: z.array(roleSchema),
});
export type Team = z.infer<typeof teamSchema>;

/** PUT team/:memberId; `before` is the role the member had for whoever decided this. */
export const roleChangeSchema = z.strictObject({ before: roleSchema, role: roleSchema });
export type RoleChange = z.infer<typeof roleChangeSchema>;
