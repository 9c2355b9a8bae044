import { Schema, type Connection } from 'mongoose';
import type { SiteId } from '../../shared/ids.ts';
import type { Alert, AlertsTold } from '../moderation/alerts.ts';
import { duplicateKey } from './duplicate-key.ts';

/** Alerts that are decided on and may not all be in the outboxes yet. */
export interface PendingAlerts {
  /** Site and version; what is put into the outboxes is named by it, so that putting it there again puts nothing. */
  id: string;
  at: Date;
  alerts: Alert[];
}

/** What the team of a site has been told. That, and what is still to be told, are one write. */
export interface AlertStateDoc {
  _id: SiteId;
  /** Grows with every write; of several nodes that have measured the same, one writes. */
  v: number;
  told: AlertsTold;
  pending?: PendingAlerts;
}

const alertStateSchema = new Schema<AlertStateDoc>(
  {
    _id: { type: String, required: true },
    v: { type: Number, required: true },
    told: { type: Schema.Types.Mixed, required: true },
    pending: Schema.Types.Mixed,
  },
  { versionKey: false, strict: 'throw', minimize: false, collection: 'alert_states' },
);

export type AlertStateStore = ReturnType<typeof alertStateStore>;

export function alertStateStore(connection: Connection) {
  const State = connection.model('AlertState', alertStateSchema);
  return {
    of: (siteId: SiteId): Promise<AlertStateDoc | null> => State.findById(siteId).lean<AlertStateDoc>().exec(),
    /** Writes what follows from version `v`, 0 for none yet; false if somebody else was faster. */
    async advance(
      siteId: SiteId,
      { v, told, pending }: { v: number; told: AlertsTold; pending?: PendingAlerts },
    ): Promise<boolean> {
      const next = { v: v + 1, told, ...(pending === undefined ? {} : { pending }) };
      if (v > 0) {
        const { matchedCount } = await State.updateOne({ _id: siteId, v }, { $set: next }).exec();
        return matchedCount === 1;
      }
      try {
        await State.create({ _id: siteId, ...next });
        return true;
      } catch (error) {
        if (duplicateKey(error) === null) throw error;
        return false;
      }
    },
    /** Notes that all of it is in the outboxes. */
    async done(siteId: SiteId, pendingId: string): Promise<void> {
      await State.updateOne({ _id: siteId, 'pending.id': pendingId }, { $unset: { pending: 1 } }).exec();
    },
  };
}
