import type { ComponentChildren, JSX } from 'preact';
import { useId } from 'preact/hooks';
import type { Message } from '../../shared/messages/format.ts';
import { useSpeech } from './language.tsx';
import { ChoiceOf, ListOf, NumberOf, SwitchOf } from './rules-bound.tsx';
import type { RulesForm as Form } from './rules-bound.tsx';
import { LanguagesOf } from './rules-languages.tsx';
import { WORD_FIELDS } from './rules-values.ts';

/** Everything a site decides about its comments, in groups. */
export function RulesForm(form: Form): JSX.Element {
  const { words } = useSpeech();
  return (
    <>
      <Group title={words.settings.words} hint={words.settings.wordsHint}>
        <div class="rules-grid">
          {WORD_FIELDS.map((field) => (
            <ListOf key={field} form={form} field={field} />
          ))}
        </div>
      </Group>
      <Group title={words.settings.lexicons} hint={words.settings.lexiconsHint}>
        <div class="rules-grid three">
          <ChoiceOf form={form} field="severityLevels.mild" />
          <ChoiceOf form={form} field="severityLevels.strong" />
          <ChoiceOf form={form} field="severityLevels.extreme" />
        </div>
      </Group>
      <Group title={words.settings.languages} hint={words.settings.languagesHint}>
        <LanguagesOf form={form} />
        <ChoiceOf form={form} field="languages.others" />
      </Group>
      <Group title={words.settings.links}>
        <NumberOf form={form} field="maxLinks" />
        <div class="rules-grid">
          <ListOf form={form} field="deniedHosts" />
          <ListOf form={form} field="allowedHosts" />
        </div>
      </Group>
      <Group title={words.settings.authors}>
        <SwitchOf form={form} field="nudge" />
        <SwitchOf form={form} field="premod" />
        <NumberOf form={form} field="newcomerHold" />
      </Group>
      <Group title={words.settings.discussions}>
        <NumberOf form={form} field="closeAfterDays" />
      </Group>
      <Refusals form={form} />
      <Review form={form} />
      <Heat form={form} />
      <Group title={words.settings.writing}>
        <ChoiceOf form={form} field="readers.email" />
        <NumberOf form={form} field="readers.maxLength" />
      </Group>
      <Group title={words.settings.readers} hint={words.settings.readersHint}>
        <ChoiceOf form={form} field="readers.votes" />
        <ListOf form={form} field="readers.emojis" />
        <SwitchOf form={form} field="readers.rating" />
      </Group>
      <Alerts form={form} />
      <Retention form={form} />
    </>
  );
}

function Refusals({ form }: { form: Form }): JSX.Element {
  const { words } = useSpeech();
  return (
    <Group title={words.settings.refusals} hint={words.settings.refusalsHint}>
      <ChoiceOf form={form} field="refusals.level" />
      <div class="rules-grid">
        <NumberOf form={form} field="refusals.min" />
        <NumberOf form={form} field="refusals.share" />
        <NumberOf form={form} field="refusals.strikes" />
      </div>
    </Group>
  );
}

function Review({ form }: { form: Form }): JSX.Element {
  const { words } = useSpeech();
  return (
    <Group title={words.settings.review} hint={words.settings.reviewHint}>
      <ChoiceOf form={form} field="review.claims" />
      <div class="rules-grid">
        <NumberOf form={form} field="review.queueReports" />
        <NumberOf form={form} field="review.hideReports" />
      </div>
    </Group>
  );
}

function Heat({ form }: { form: Form }): JSX.Element {
  const { words } = useSpeech();
  return (
    <Group title={words.settings.heat}>
      <SwitchOf form={form} field="heat.on" />
      {form.draft.switches['heat.on'] && (
        <>
          <Group title={words.settings.heatSlow} isPart>
            <div class="rules-grid">
              <NumberOf form={form} field="heat.perMinute" />
              <NumberOf form={form} field="heat.times" />
              <NumberOf form={form} field="heat.everySeconds" />
            </div>
          </Group>
          <Group title={words.settings.heatHold} isPart>
            <div class="rules-grid">
              <NumberOf form={form} field="heat.min" />
              <NumberOf form={form} field="heat.share" />
            </div>
          </Group>
        </>
      )}
    </Group>
  );
}

function Alerts({ form }: { form: Form }): JSX.Element {
  const { words } = useSpeech();
  return (
    <Group title={words.settings.alerts} hint={words.settings.alertsHint}>
      <div class="rules-grid">
        <NumberOf form={form} field="alerts.olderThanMinutes" />
        <NumberOf form={form} field="alerts.longerThan" />
      </div>
      <SwitchOf form={form} field="alerts.digest" />
      <NumberOf form={form} field="alerts.digestHour" />
      <div class="rules-grid">
        <ListOf form={form} field="alerts.emails" />
        <ListOf form={form} field="alerts.webhooks" />
      </div>
    </Group>
  );
}

function Retention({ form }: { form: Form }): JSX.Element {
  const { words } = useSpeech();
  return (
    <Group title={words.settings.retention} hint={words.settings.retentionHint}>
      <div class="rules-grid">
        <NumberOf form={form} field="retention.refusedDays" />
        <NumberOf form={form} field="retention.withdrawnDays" />
        <NumberOf form={form} field="retention.addressDays" />
      </div>
    </Group>
  );
}

interface GroupProps {
  title: Message;
  hint?: Message;
  /** A part of another group. */
  isPart?: boolean;
  children: ComponentChildren;
}

function Group({ title, hint, isPart = false, children }: GroupProps): JSX.Element {
  const { say } = useSpeech();
  const id = useId();
  return (
    <fieldset class={isPart ? 'rules-part' : 'rules-group'} {...(hint && { 'aria-describedby': id })}>
      <legend>{say(title)}</legend>
      {hint !== undefined && (
        <p id={id} class="hint">
          {say(hint)}
        </p>
      )}
      {children}
    </fieldset>
  );
}
