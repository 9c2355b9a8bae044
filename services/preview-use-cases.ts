import { Problem } from '../shared/problem.ts';
import { checkText } from './comments/check-fields.ts';
import type { PreviewUseCases } from './http/preview-routes.ts';
import type { Limits } from './limits.ts';

/** What a reader has not posted yet is drawn by the parser that draws what they post, so that it cannot look different then. */
export function previewUseCases(limits: Pick<Limits, 'previewsFromAddress'>): PreviewUseCases {
  return {
    async preview(site, typed, address) {
      await limits.previewsFromAddress.take(address);
      const { body, fault } = checkText(typed, site.settings.readers.maxLength);
      if (fault?.code === 'too-long') throw new Problem('validation-failed', { errors: [fault] });
      return { body };
    },
  };
}
