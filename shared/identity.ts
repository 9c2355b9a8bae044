import { z } from 'zod';
import { siteIdSchema } from './comment.ts';
import { NAME_MAX, NAME_MIN, PASSWORD_MAX, PASSWORD_MIN, SCOPE_MAX } from './limits.ts';
import { momentSchema } from './shapes.ts';

/** POST guests answers this. The token is shown once and is the guest's only proof of who they are. */
export const guestSchema = z.strictObject({ personId: z.string(), token: z.string() });
export type Guest = z.infer<typeof guestSchema>;

export const ROLES = ['moderator', 'admin', 'owner'] as const;
export const roleSchema = z.enum(ROLES);
export type Role = z.infer<typeof roleSchema>;

/** The sites a member of the team has their role on; null for all there are, and those that are still to come. */
export const scopeSchema = z.array(siteIdSchema).min(1).max(SCOPE_MAX).readonly().nullable();
export type Scope = z.infer<typeof scopeSchema>;

const credentialsSchema = z.strictObject({
  name: z.string().trim().min(NAME_MIN).max(NAME_MAX),
  password: z.string().min(PASSWORD_MIN).max(PASSWORD_MAX),
});

/** POST setup: redeems a one-time link; the first makes the owner, an invitation makes a moderator. */
export const setupSchema = credentialsSchema.extend({ code: z.string().min(20).max(100) });
/** POST setup/check: the code in the body, so that no log of addresses ever holds it. */
export const setupCheckSchema = setupSchema.pick({ code: true });
export const signInSchema = z.strictObject({ name: z.string().max(200), password: z.string().max(PASSWORD_MAX) });

export const moderatorSchema = z.strictObject({
  id: z.string(),
  name: z.string(),
  role: roleSchema,
  sites: scopeSchema,
});
export type ModeratorView = z.infer<typeof moderatorSchema>;

export const inviteSchema = z.strictObject({ url: z.string(), expiresAt: momentSchema });
export type Invite = z.infer<typeof inviteSchema>;

export const socketTicketSchema = z.strictObject({ ticket: z.string(), expiresAt: momentSchema });
export type SocketTicket = z.infer<typeof socketTicketSchema>;
