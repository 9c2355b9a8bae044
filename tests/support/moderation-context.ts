import { siteSettingsSchema } from '../../shared/site.ts';
import type { ModerationContext, ModerationSettings } from '../../services/moderation/context.ts';

type Overrides = Partial<Omit<ModerationContext, 'settings'>> & { readonly settings?: Partial<ModerationSettings> };

/** A harmless comment of a known reader, changed where the test says so. */
export function moderationContext({ settings, ...overrides }: Overrides = {}): ModerationContext {
  return {
    rev: 1,
    lang: 'fr',
    siteLang: 'fr',
    body: 'Merci pour cet article très clair sur le budget de la commune.',
    name: 'Camille',
    links: [],
    author: { isStaff: false, approvedCount: 12, knownSince: new Date('2024-01-01T00:00:00Z') },
    repeats: { own: 0, thread: 0, site: 0 },
    settings: { ...siteSettingsSchema.parse({}), ...settings },
    ...overrides,
  };
}
