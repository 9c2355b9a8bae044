import { useId, useState } from 'preact/hooks';
import { NOTE_MAX } from '../../shared/limits.ts';
import type { UpkeepSentences } from '../../shared/messages/upkeep/sentences.ts';
import { REASON_CODES } from '../../shared/moderation-terms.ts';
import { path, readerRoutes } from '../../shared/routes.ts';
import { useHands } from './hands.ts';
import { Panel } from './panel.tsx';
import type { ShownComment } from './thread-state.ts';

export interface ReportProps {
  comment: ShownComment;
  words: UpkeepSentences;
  onClose: (sent: boolean) => void;
}

/** Why a reader thinks somebody should look at a comment. */
export function Report({ comment, words, onClose }: ReportProps) {
  const { config, hands, words: said } = useHands();
  const { say } = said;
  const { api, identity } = hands.services;
  const id = useId();
  const [reason, setReason] = useState<(typeof REASON_CODES)[number]>(REASON_CODES[0]);
  const [note, setNote] = useState('');
  const send = async () => {
    const where = path(readerRoutes.report, { siteId: config.site, commentId: comment.id });
    const body = { reason, ...(note.trim() === '' ? {} : { note }) };
    await identity.as((token) => api<null>(where, { method: 'POST', body, token }));
    hands.announce(say(words.reported));
    onClose(true);
  };
  return (
    <Panel label={say(words.reportWhy)} submit={say(words.reportSend)} send={send} onClose={() => onClose(false)}>
      <fieldset>
        <legend>{say(words.reportWhy)}</legend>
        {REASON_CODES.map((code) => (
          <label key={code}>
            <input type="radio" name={id} value={code} checked={reason === code} onChange={() => setReason(code)} />
            {say(words.reasons[code])}
          </label>
        ))}
      </fieldset>
      <label for={`${id}-note`}>{say(words.reportNote)}</label>
      <textarea
        id={`${id}-note`}
        rows={2}
        maxLength={NOTE_MAX}
        dir="auto"
        value={note}
        onInput={(event) => setNote(event.currentTarget.value)}
      />
    </Panel>
  );
}
