import { Schema, type Connection } from 'mongoose';
import type { CommentId, PersonId, ThreadId } from '../../shared/ids.ts';
import { newId } from '../ids.ts';
import { duplicateKey } from './duplicate-key.ts';
import { behind, type Place } from './place.ts';

/** What one person says about one comment; the id makes it one of each kind per person. */
export interface VoteDoc {
  /** Comment and person. */
  _id: string;
  commentId: CommentId;
  threadId: ThreadId;
  personId: PersonId;
  at: Date;
  /** Absent where there is none, or it was taken back. */
  vote?: 1 | -1;
  emoji?: string;
  /** The last change is not in the comment's count yet; a name of that change, and since when. */
  due?: string;
  dueAt?: Date;
}

/** A change of what somebody says: of the vote, or of the reaction. */
export type VoiceChange = { vote: VoteDoc['vote'] | null } | { emoji: string | null };

/** How many say what; emoji nobody chose are left out. */
export interface VoteCounts {
  up: number;
  down: number;
  emojis: Record<string, number>;
}

/** A change that is to be counted. */
export type DueVote = Pick<VoteDoc, '_id' | 'vote' | 'emoji'> & { due: string };

const voteSchema = new Schema<VoteDoc>(
  {
    _id: { type: String, required: true },
    commentId: { type: String, required: true },
    threadId: { type: String, required: true },
    personId: { type: String, required: true },
    at: { type: Date, required: true },
    vote: Number,
    emoji: String,
    due: String,
    dueAt: Date,
  },
  { versionKey: false, strict: 'throw', collection: 'votes' },
);
const having = (path: string) => ({ partialFilterExpression: { [path]: { $exists: true } } });
voteSchema.index({ commentId: 1, vote: 1 }, { name: 'comment_vote' });
voteSchema.index({ commentId: 1, emoji: 1 }, { name: 'comment_emoji', ...having('emoji') });
voteSchema.index({ personId: 1, threadId: 1, at: -1 }, { name: 'person_thread' });
voteSchema.index({ commentId: 1, dueAt: 1 }, { name: 'comment_due', ...having('dueAt') });
voteSchema.index({ dueAt: 1 }, { name: 'due', ...having('dueAt') });

voteSchema.index({ personId: 1, at: -1, _id: -1 }, { name: 'person_newest' });

export type VoteStore = ReturnType<typeof voteStore>;

export function voteStore(connection: Connection) {
  const Vote = connection.model('Vote', voteSchema);

  async function upsert(of: Pick<VoteDoc, 'commentId' | 'threadId' | 'personId'>, change: VoiceChange, at: Date) {
    const [field, value] = 'vote' in change ? (['vote', change.vote] as const) : (['emoji', change.emoji] as const);
    const marks = { at, due: newId(), dueAt: at };
    return Vote.findOneAndUpdate(
      { _id: `${of.commentId}:${of.personId}` },
      {
        $setOnInsert: of,
        ...(value === null ? { $set: marks, $unset: { [field]: 1 } } : { $set: { ...marks, [field]: value } }),
      },
      { upsert: true, returnDocument: 'after' },
    )
      .lean<VoteDoc>()
      .exec();
  }

  return {
    /** Changes what a person says about a comment, marked as still to be counted in the same write; answers it as it is then. */
    async put(
      of: Pick<VoteDoc, 'commentId' | 'threadId' | 'personId'>,
      change: VoiceChange,
      at: Date,
    ): Promise<Pick<VoteDoc, 'vote' | 'emoji'>> {
      try {
        return (await upsert(of, change, at)) ?? {};
      } catch (error) {
        // Said for the first time in two tabs at once: now it is there to be changed.
        if (duplicateKey(error) === null) throw error;
        return (await upsert(of, change, at)) ?? {};
      }
    },
    /** Changes about a comment that nobody has counted yet. */
    due: (commentId: CommentId): Promise<DueVote[]> =>
      Vote.find({ commentId, dueAt: { $exists: true, $gte: new Date(0) } }, { due: 1, vote: 1, emoji: 1 })
        .lean<DueVote[]>()
        .exec(),
    /** Counts anew, from the rows; emoji that are not named are not looked at. */
    async count(commentId: CommentId, emojis: readonly string[]): Promise<VoteCounts> {
      const [up, down, ...chosen] = await Promise.all([
        Vote.countDocuments({ commentId, vote: 1 }).exec(),
        Vote.countDocuments({ commentId, vote: -1 }).exec(),
        ...emojis.map((emoji) => Vote.countDocuments({ commentId, emoji }).exec()),
      ]);
      const pairs = emojis.map((emoji, i) => [emoji, chosen[i] ?? 0] as const);
      return { up, down, emojis: Object.fromEntries(pairs.filter(([, n]) => n > 0)) };
    },
    /** These changes are counted; whatever changed again since is not. What says nothing any more goes. */
    async settle(counted: readonly DueVote[]): Promise<void> {
      if (counted.length === 0) return;
      const same = { _id: { $in: counted.map(({ _id }) => _id) }, due: { $in: counted.map(({ due }) => due) } };
      if (counted.some(({ vote, emoji }) => vote === undefined && emoji === undefined))
        await Vote.deleteMany({ ...same, vote: { $exists: false }, emoji: { $exists: false } }).exec();
      await Vote.updateMany(same, { $unset: { due: 1, dueAt: 1 } }).exec();
    },
    /** Comments with changes that have waited to be counted since before `until`, each once. */
    async leftOver(until: Date, limit: number): Promise<CommentId[]> {
      const found = await Vote.find({ dueAt: { $exists: true, $lte: until } }, { commentId: 1 })
        .sort({ dueAt: 1 })
        .limit(limit)
        .lean<Pick<VoteDoc, 'commentId'>[]>()
        .exec();
      return [...new Set(found.map(({ commentId }) => commentId))];
    },
    /** What a person says about comments anywhere, the latest first. */
    allOf: (personId: PersonId, { place, limit }: { place: Place | null; limit: number }): Promise<VoteDoc[]> =>
      Vote.find({ personId, ...behind<VoteDoc>('at', place) })
        .sort({ at: -1, _id: -1 })
        .limit(limit)
        .lean<VoteDoc[]>()
        .exec(),
    /** What a person says about the comments of a thread, the latest first. */
    ofPerson: (personId: PersonId, threadId: ThreadId, limit: number): Promise<VoteDoc[]> =>
      Vote.find({ personId, threadId }).sort({ at: -1 }).limit(limit).lean<VoteDoc[]>().exec(),
  };
}
