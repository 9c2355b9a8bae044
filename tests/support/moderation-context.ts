import { siteSettingsSchema } from '../../shared/site.ts';
import type { ModerationContext } from '../../services/moderation/context.ts';

type Overrides = Partial<Omit<ModerationContext, 'settings'>> & {
  readonly settings?: Partial<ModerationContext['settings']>;
};

/** A harmless comment of a known reader, changed where the test says so. */
export function moderationContext({ settings, ...overrides }: Overrides = {}): ModerationContext {
  return {
    rev: 1,
    languages: { page: ['fr'], besides: ['en'] },
    detected: null,
    body: 'Merci pour cet article très clair sur le budget de la commune.',
    name: 'Camille',
    links: [],
    author: { published: 12 },
    repeats: { own: 0, thread: 0, site: 0 },
    settings: { ...siteSettingsSchema.parse({}), ...settings },
    ...overrides,
  };
}
