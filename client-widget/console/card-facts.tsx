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
        {priority !== null && (
          <Fact name={words.card.priority}>
            <strong>{priority.total}</strong> {partsOf(priority.parts)}
          </Fact>
        )}
      </dl>
    </section>
  );

  /** "(verdict 40 + severity 30)": the parts that count. */
  function partsOf(parts: Record<string, number>): string {
    const telling = Object.entries(parts).filter(([, points]) => points !== 0);
    if (telling.length === 0) return '';
    const named = telling.map(
      ([key, points]) => `${Object.hasOwn(words.parts, key) ? say(words.parts[key] ?? key) : key} ${points}`,
    );
    return `(${named.join(' + ')})`;
  }
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
