import { z } from 'zod';
import { roleSchema, scopeSchema } from './identity.ts';
import { momentSchema, namedSchema } from './shapes.ts';

/** Owners are owners of everything. */
const ownsAll = (of: { role: string; sites?: readonly string[] | null | undefined }): boolean =>
  of.role !== 'owner' || (of.sites ?? null) === null;

/** POST invites: which role the link gives, and on which sites. */
export const inviteAskSchema = z
  .strictObject({ role: roleSchema.default('moderator'), sites: scopeSchema.default(null) })
  .refine(ownsAll, { path: ['sites'] })
  .prefault({});
export type InviteAsk = z.infer<typeof inviteAskSchema>;

export const teamMemberSchema = z.strictObject({
  id: z.string(),
  name: z.string(),
  role: roleSchema,
  sites: scopeSchema,
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
  /** The sites they had their role on, and have it on. */
  sites: z.strictObject({ before: scopeSchema, after: scopeSchema }),
});
export type TeamChange = z.infer<typeof teamChangeSchema>;

/**
 * What else happened: everybody has to have a second factor from then on, or need not; an owner has taken a member's away; a
 * member has signed in by a recovery code, and how many are `left`; an owner has removed a `site`; an owner who had lost everything was
 * let in again from the machine the service runs on.
 */
export const teamEventSchema = z.strictObject({
  id: z.string(),
  at: momentSchema,
  what: z.enum(['required', 'optional', 'reset', 'recovery-code', 'site-removed', 'rescue-link', 'rescued']),
  by: namedSchema,
  member: namedSchema.nullable(),
  left: z.number().int().nullable(),
  site: namedSchema.nullable(),
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

/** PUT team/:memberId; `before` and `sitesBefore` are what the member had for whoever decided this. Without `sites` they stay. */
export const roleChangeSchema = z
  .strictObject({
    before: roleSchema,
    role: roleSchema,
    sitesBefore: scopeSchema.optional(),
    sites: scopeSchema.optional(),
  })
  .refine(ownsAll, { path: ['sites'] });
export type RoleChange = z.infer<typeof roleChangeSchema>;
