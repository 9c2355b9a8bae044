import type { PersonDoc } from '../storage/people.ts';
import type { WantsMail } from './enclose.ts';
import { lineOf, type LineDeps } from './line.ts';
import { whyTold, type WhyDeps } from './why.ts';

/** Whether somebody is told of a comment, as things are now, and has asked for that by mail. */
export function createWantsMail(deps: LineDeps & WhyDeps): WantsMail {
  return async ({ _id, mutes = [] }: PersonDoc, comment) => {
    if (mutes.some(({ id }) => id === comment.authorId)) return false;
    const why = await whyTold(deps, { comment, line: await lineOf(deps, comment), people: [_id] });
    return why.get(_id)?.byMail === true;
  };
}
