import type { Connection } from 'mongoose';
import type { CommentId, PersonId } from '../../shared/ids.ts';
import { commentSchema } from './comment-schema.ts';

/**
 * How the words of withdrawn comments go for good: text, earlier texts, what the rules saw in it and what its author said against a
 * refusal. Place, state, the hash of the text and every event stay, so that the audit accounts for the comment as before.
 */
export function commentWipes(connection: Connection) {
  const Comment = connection.model('Comment', commentSchema);
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
    async wipe(ids: readonly CommentId[], { named }: { named: boolean }): Promise<void> {
      const withdrawn = { _id: { $in: [...ids] }, 'mod.outcome.kind': 'withdrawn' };
      await Comment.updateMany(
        { ...withdrawn, 'mod.appeal': { $exists: true } },
        { $set: { 'mod.appeal.text': '' } },
      ).exec();
      // The mark goes with the words: killed before, it is found again.
      await Comment.updateMany(withdrawn, {
        $set: { text: '', body: [], 'mod.verdict.hits': [], ...(named ? { authorName: '' } : {}) },
        $unset: { revs: 1, shingle: 1, mentions: 1, idemOf: 1, 'mod.wipeAt': 1, ...(named ? { typedName: 1 } : {}) },
      }).exec();
    },
    /** Takes the mark of a person off every text that names them. The words themselves are those of who wrote them. */
    async unmention(personId: PersonId): Promise<void> {
      const named = { 'mentions.personId': personId };
      await Comment.updateMany(named, { $pull: { mentions: { personId } } }).exec();
    },
  };
}
