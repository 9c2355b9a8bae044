import type { JSX } from 'preact';
import type { BulkSelection } from '../../shared/bulk.ts';
import type { ModeratorView } from '../../shared/identity.ts';
import type { ConsoleApi, Trouble } from './api.ts';
import { BulkDialog } from './bulk-dialog.tsx';
import { BulkLines, NewestActs } from './bulk-lines.tsx';
import type { Desk, DeskState } from './desk.ts';
import type { Picks } from './use-picks.ts';

/** What is open about acts on many: what to do with a selection, or the newest of them. */
export type BulkAsked = BulkSelection | 'newest' | null;

interface Props {
  api: ConsoleApi;
  desk: Desk;
  acts: DeskState['acts'];
  /** Why the newest of them are not known. */
  unread: Trouble | null;
  me: ModeratorView;
  picks: Picks;
  asked: BulkAsked;
  ask: (what: BulkAsked) => void;
}

/** Acts on many comments at the desk: those under way, and the dialogs about them. */
export function BulkDesk({ api, desk, acts, unread, me, picks, asked, ask }: Props): JSX.Element {
  const shared = { api, acts, me, onActed: desk.acted };
  return (
    <>
      <BulkLines {...shared} onHide={desk.unwatch} />
      {asked !== null && asked !== 'newest' && (
        <BulkDialog
          api={api}
          selection={asked}
          onBegun={(bulk) => {
            desk.acted(bulk);
            picks.clear();
            ask(null);
          }}
          onClose={() => ask(null)}
        />
      )}
      {asked === 'newest' && <NewestActs {...shared} unread={unread} onClose={() => ask(null)} />}
    </>
  );
}
