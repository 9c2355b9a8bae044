import type { Connection, mongo } from 'mongoose';
import type { CommentId, PersonId, SiteId } from '../../shared/ids.ts';
import { commentSchema, type CommentDoc } from './comment-schema.ts';
import { plain } from './plain.ts';
import { REFUSED_WITH_WORDS, wordsRefusedUntil } from './refused-words.ts';

type Filter = mongo.Filter<CommentDoc>;
type Update = mongo.UpdateFilter<CommentDoc>;

/** Where words are besides the text; an act that could be taken back holds those of an appeal. */
const WORDS = ['revs', 'shingle', 'mentions', 'idemOf', 'mod.wipeAt', 'mod.last.was'];

/**
 * How the words of comments that were withdrawn, or refused long ago, go for good: text, earlier texts, what the rules saw in it, and what
 * its author said against a refusal. Place, state, the hash of the text and every event stay, so that the audit accounts for the
 * comment as before.
 */
export function commentWipes(connection: Connection) {
  const Comment = connection.model('Comment', commentSchema);
  const comments = plain<CommentDoc>(Comment);

  /** Each comment is wiped by one update, which takes it out of the filter or changes nothing the second time. */
  async function wipeWords(which: Filter, { at, named }: { at: Date; named: boolean }): Promise<number> {
    const gone = [...WORDS, ...(named ? ['typedName'] : [])];
    const emptied = { text: '', body: [], 'mod.verdict.hits': [], ...(named ? { authorName: '' } : {}) };
    const update = (more: object): Update => ({
      $set: { ...emptied, ...more },
      $unset: Object.fromEntries(gone.map((field) => [field, 1])),
      $min: { 'mod.wipedAt': at },
    });
    const isAppealed = (is: boolean): Filter => ({ ...which, 'mod.appeal': { $exists: is } });
    const appealed = await comments.updateMany(isAppealed(true), update({ 'mod.appeal.text': '' }));
    const others = await comments.updateMany(isAppealed(false), update({}));
    return appealed.matchedCount + others.matchedCount;
  }

  return {
    /** Withdrawn comments whose words are due to go, the longest due first. */
    async toWipe(until: Date, limit: number): Promise<CommentId[]> {
      const due = await Comment.find({ 'mod.wipeAt': { $lte: until } }, { _id: 1 })
        .sort({ 'mod.wipeAt': 1 })
        .limit(limit)
        .lean<{ _id: CommentId }[]>()
        .exec();
      return due.map(({ _id }) => _id);
    },
    /** Wipes those among them that are withdrawn; doing it twice changes nothing. `named`: the author's name goes, too. */
    async wipe(ids: readonly CommentId[], how: { at: Date; named: boolean }): Promise<void> {
      await wipeWords({ _id: { $in: [...ids] }, 'mod.outcome.kind': 'withdrawn' }, how);
    },

    /** How many comments of a site were refused until a moment and have their words. */
    countRefused: (siteId: SiteId, until: Date): Promise<number> =>
      comments.countDocuments(wordsRefusedUntil(siteId, until)),
    /** The same comments, refused first coming first, without those whose decision is not told yet and may be taken back unheard. */
    async refusedUntil(siteId: SiteId, until: Date, limit: number): Promise<CommentId[]> {
      const due = await comments
        .find({ ...wordsRefusedUntil(siteId, until), 'mod.tellAt': { $exists: false } } as Filter, {
          projection: { _id: 1 },
          ...{ limit, singleBatch: true },
        })
        .sort({ 'mod.outcome.at': 1 })
        .toArray();
      return due.map(({ _id }) => _id);
    },
    /**
     * Wipes those among them that are still so refused, with the name; what was approved, appealed or refused anew meanwhile stays.
     * @returns how many there were
     */
    wipeRefused: (ids: readonly CommentId[], { until, at }: { until: Date; at: Date }): Promise<number> =>
      wipeWords(
        {
          _id: { $in: [...ids] },
          ...REFUSED_WITH_WORDS,
          ...{ 'mod.outcome.at': { $lte: until }, 'mod.tellAt': { $exists: false } },
        },
        { at, named: true },
      ),

    /** Takes the mark of a person off every text that names them. The words themselves are those of who wrote them. */
    async unmention(personId: PersonId): Promise<void> {
      const named = { 'mentions.personId': personId };
      await Comment.updateMany(named, { $pull: { mentions: { personId } } }).exec();
    },
  };
}
