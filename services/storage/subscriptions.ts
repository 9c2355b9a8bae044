import { Schema, type Connection } from 'mongoose';
import type { PersonId, SiteId, ThreadId } from '../../shared/ids.ts';
import type { SubscriptionKind } from '../../shared/subscription.ts';
import { duplicateKey } from './duplicate-key.ts';
import { behind, type Place } from './place.ts';
import { plain } from './plain.ts';

/** What somebody has asked to be told of. The id is made of person, kind and target, so that it is asked for once. */
export interface SubscriptionDoc {
  _id: string;
  personId: PersonId;
  siteId: SiteId;
  kind: SubscriptionKind;
  /** A thread, a comment, an author who is followed; the person themselves where it is about answers to all they write. */
  targetId: string;
  /** The thread, or that of the comment; null for answers and authors. */
  threadId: ThreadId | null;
  mail: boolean;
  createdAt: Date;
}

const subscriptionSchema = new Schema<SubscriptionDoc>(
  {
    _id: { type: String, required: true },
    personId: { type: String, required: true },
    siteId: { type: String, required: true },
    kind: { type: String, required: true },
    targetId: { type: String, required: true },
    threadId: { type: String, default: null },
    mail: { type: Boolean, required: true },
    createdAt: { type: Date, required: true },
  },
  { versionKey: false, strict: 'throw', collection: 'subscriptions' },
);
// Those of several targets are read as one list, in the order of people.
subscriptionSchema.index({ targetId: 1, personId: 1 }, { name: 'target_person' });
subscriptionSchema.index({ personId: 1, createdAt: -1, _id: -1 }, { name: 'person_newest' });

/** What may be followed by others than some people: those who are told of it anyway. */
export interface Followed {
  targetIds: string[];
  except: PersonId[];
}

const FOLLOWER = { projection: { _id: 0, targetId: 1, personId: 1 } };
/** So many are read of each target where it is asked about several. Most are followed by nobody, or by their author alone. */
const FOLLOWERS_READ = 4;

export type SubscriptionStore = ReturnType<typeof subscriptionStore>;

export function subscriptionStore(connection: Connection) {
  const Subscription = connection.model('Subscription', subscriptionSchema);
  const subscriptions = plain<SubscriptionDoc>(Subscription);
  const hasOthers = async ({ targetIds, except }: Followed): Promise<boolean> =>
    (await subscriptions.findOne({ targetId: { $in: targetIds }, personId: { $nin: except } }, FOLLOWER)) !== null;

  return {
    byIds: (ids: string[]): Promise<SubscriptionDoc[]> =>
      Subscription.find({ _id: { $in: ids } })
        .lean<SubscriptionDoc[]>()
        .exec(),
    /** Stores one, or says of the one that is there whether mail comes as well; answers it as it is then. */
    async put(doc: SubscriptionDoc): Promise<SubscriptionDoc> {
      const { _id, mail, ...fixed } = doc;
      const put = (): Promise<SubscriptionDoc> =>
        Subscription.findOneAndUpdate(
          { _id },
          { $set: { mail }, $setOnInsert: fixed },
          { upsert: true, returnDocument: 'after' },
        )
          .lean<SubscriptionDoc>()
          .orFail()
          .exec();
      try {
        return await put();
      } catch (error) {
        // Asked for in two tabs at once: now it is there to be changed.
        if (duplicateKey(error) === null) throw error;
        return put();
      }
    },
    /** Says of some of a person's whether mail comes as well; of those that are not there, nothing. */
    async setMail(personId: PersonId, ids: string[], mail: boolean): Promise<void> {
      await Subscription.updateMany({ _id: { $in: ids }, personId }, { $set: { mail } }).exec();
    },
    async remove(personId: PersonId, id: string): Promise<void> {
      await Subscription.deleteOne({ _id: id, personId }).exec();
    },
    /** The newest first. */
    ofPerson: (
      personId: PersonId,
      { place, limit }: { place: Place | null; limit: number },
    ): Promise<SubscriptionDoc[]> =>
      Subscription.find({ personId, ...behind<SubscriptionDoc>('createdAt', place) })
        .sort({ createdAt: -1, _id: -1 })
        .limit(limit)
        .lean<SubscriptionDoc[]>()
        .exec(),
    countOf: (personId: PersonId): Promise<number> => Subscription.countDocuments({ personId }).exec(),

    /** Of each of these, whether anybody but some people has asked to be told of one of its targets. */
    async haveOthers(asked: readonly Followed[]): Promise<boolean[]> {
      if (asked.length === 1) return Promise.all(asked.map(hasOthers));
      const limit = asked.length * FOLLOWERS_READ;
      const targetIds = [...new Set(asked.flatMap((one) => one.targetIds))];
      const first = await subscriptions
        .find({ targetId: { $in: targetIds } }, { ...FOLLOWER, limit, singleBatch: true })
        .toArray();
      const isAnother = (one: Followed): boolean =>
        first.some(({ targetId, personId }) => one.targetIds.includes(targetId) && !one.except.includes(personId));
      // Where so many follow some of the targets that not all could be read, the others are looked at by themselves.
      return Promise.all(asked.map(async (one) => isAnother(one) || (first.length === limit && hasOthers(one))));
    },
    /** Those of some people to some targets, in no order. */
    among: (personIds: PersonId[], targetIds: string[]): Promise<SubscriptionDoc[]> =>
      Subscription.find({ targetId: { $in: targetIds }, personId: { $in: personIds } })
        .lean<SubscriptionDoc[]>()
        .exec(),
    /** Those to some targets, in the order of people, behind one of them. */
    to: (
      targetIds: string[],
      { after, limit }: { after: PersonId | null; limit: number },
    ): Promise<SubscriptionDoc[]> =>
      Subscription.find({ targetId: { $in: targetIds }, ...(after === null ? {} : { personId: { $gt: after } }) })
        .sort({ personId: 1 })
        .limit(limit)
        .lean<SubscriptionDoc[]>()
        .exec(),

    async removeOf(personId: PersonId): Promise<void> {
      await Subscription.deleteMany({ personId }).exec();
    },
    /** What leads to a person: nobody follows them any more. */
    async removeTo(personId: PersonId): Promise<void> {
      await Subscription.deleteMany({ targetId: personId }).exec();
    },
  };
}
