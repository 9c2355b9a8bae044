import type { ComponentChildren, JSX } from 'preact';
import type { Message } from '../../shared/messages/format.ts';
import type { ReviewCard } from '../../shared/review.ts';
import { useSpeech } from './language.tsx';

/** What else is known: the author so far, the site, the verdict, and why the card stands where it stands. */
export function CardFacts({ card }: { card: ReviewCard }): JSX.Element {
  const { locale, words, say } = useSpeech();
  const { verdict, priority, author } = card;
  const ms = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 }).format(verdict.ms);
  const rules = [
    ...new Set(verdict.hits.map(({ ruleId, ruleV }) => say(words.reasons.version, { rule: ruleId, n: ruleV }))),
  ];
  return (
    <section class="facts" aria-labelledby="facts-title">
      <h3 id="facts-title">{say(words.card.about)}</h3>
      <dl>
        <Fact name={words.card.authorRecord}>
          {say(words.card.published, { n: author.published })}, {say(words.card.refused, { n: author.refused })}
        </Fact>
        <Fact name={words.card.site}>
          <bdi>{card.site.name}</bdi>
        </Fact>
        <Fact name={words.card.queue}>
          {card.queue === null ? say(words.card.none) : say(words.queues[card.queue])}
        </Fact>
        <Fact name={words.card.verdict}>
          {say(words.card.verdictDetail, { level: say(words.levels[verdict.level]), version: verdict.rulesetV, ms })}
        </Fact>
        {rules.length > 0 && (
          <Fact name={words.card.rules}>{new Intl.ListFormat(locale, { type: 'unit' }).format(rules)}</Fact>
        )}
        <Fact name={words.card.revision}>{card.rev}</Fact>
      </dl>
      {priority !== null && <PriorityParts total={priority.total} parts={priority.parts} level={verdict.level} />}
    </section>
  );
}

interface PriorityProps {
  total: number;
  parts: Record<string, number>;
  level: ReviewCard['verdict']['level'];
}

/** Why a comment stands where it stands: what it has points for, most first. */
function PriorityParts({ total, parts, level }: PriorityProps): JSX.Element {
  const { words, say } = useSpeech();
  const telling = Object.entries(parts).filter(([, points]) => points !== 0);
  telling.sort(([, a], [, b]) => b - a);
  const named = (key: string): string =>
    Object.hasOwn(words.priority, key)
      ? say(words.priority[key as keyof typeof words.priority], { level: say(words.levels[level]) })
      : key;
  return (
    <div class="priority">
      <h4>
        {say(words.priority.title)} <strong>{say(words.priority.points, { n: total })}</strong>
      </h4>
      <ul>
        {telling.map(([key, points]) => (
          <li key={key}>
            <span class="points">{points}</span> {named(key)}
          </li>
        ))}
      </ul>
    </div>
  );
}

function Fact({ name, children }: { name: Message; children: ComponentChildren }): JSX.Element {
  const { say } = useSpeech();
  return (
    <div>
      <dt>{say(name)}</dt>
      <dd>{children}</dd>
    </div>
  );
}
