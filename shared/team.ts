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

/** GET team. */
export const teamSchema = z.strictObject({
  /** Owners first, then by name. */
  members: z.array(teamMemberSchema),
  /** The newest fifty, newest first. */
  changes: z.array(teamChangeSchema),
  /** Roles that whoever asks may give to others and take from them. */
  mayGive: z.array(roleSchema),
});
export type Team = z.infer<typeof teamSchema>;

/** PUT team/:memberId; `before` is the role the member had for whoever decided this. */
export const roleChangeSchema = z.strictObject({ before: roleSchema, role: roleSchema });
export type RoleChange = z.infer<typeof roleChangeSchema>;
