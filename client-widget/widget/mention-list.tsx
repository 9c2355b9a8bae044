import { useEffect, useRef, useState } from 'preact/hooks';
import type { ComposerSentences } from '../../shared/messages/composer/sentences.ts';
import { composerWords } from './composer-words.ts';
import type { Config } from './config.ts';
import css from './mention-list.css';
import { choose, forgetUnlessDraft, type Naming } from './mention-choice.ts';
import { OFFERED, peopleIn, typedName, type Person } from './mention-search.ts';
import { adopt } from './styles.ts';
import { insert } from './text-edits.ts';
import { useParticipants } from './use-participants.ts';

/** What is loaded once an @ is typed. */
export async function summon(root: ShadowRoot, config: Config) {
  const words = await composerWords(config);
  adopt(root, css);
  return { words, MentionList };
}

/** What is typed after an @, where that stands, and who of those on the page is offered for it. */
interface Looked extends NonNullable<ReturnType<typeof typedName>> {
  here: readonly Person[];
}

interface MentionListProps extends Naming {
  words: Pick<ComposerSentences, 'mentions'>;
}

/**
 * The people of the discussion whose names begin as typed after an @: a list beside the text area, which keeps the focus. Arrows
 * pick, Enter and Tab take, Escape closes (ARIA practices, "combobox with listbox popup"; a text area of several lines stays a
 * text field and points at the list).
 */
function MentionList({ words, ...naming }: MentionListProps) {
  const { id, draft, hands, widget, field } = naming;
  const { mentions } = words;
  const self = hands.services.identity.personId;
  const [looked, setLooked] = useState<Looked | null>(null);
  const [at, setAt] = useState(0);
  const dismissed = useRef(-1);
  const isFull = looked === null || looked.here.length === OFFERED;
  const others = useParticipants(naming, isFull ? null : looked.name);
  const people = offered(looked?.here ?? [], others, self);
  const look = () => {
    const area = field.current;
    const typed = area === null ? null : typedName(area.value, area.selectionEnd);
    setAt(0);
    if (typed === null || typed.from === dismissed.current) return setLooked(null);
    dismissed.current = -1;
    setLooked({ ...typed, here: peopleIn(widget.state.comments.values(), typed.name, self) });
  };
  useEffect(look, [draft.text]);
  const latest = useRef(naming);
  latest.current = naming;
  useEffect(() => () => forgetUnlessDraft(latest.current), []);
  const take = ({ personId, name }: Person) => {
    const area = field.current;
    if (area === null || looked === null) return;
    choose(naming, personId, name);
    const text = `${area.value.slice(0, looked.from)}@${name} ${area.value.slice(looked.to).replace(/^ /, '')}`;
    const end = looked.from + name.length + 2;
    area.focus();
    insert(area, text);
    area.setSelectionRange(end, end);
    dismissed.current = looked.from;
    naming.write(area.value);
    setLooked(null);
  };
  const count = people.length;
  useKeys(naming, count === 0 ? null : at, {
    move: (step) => setAt((at + step + count) % count),
    take: () => people[at] && take(people[at]),
    close: () => {
      dismissed.current = looked?.from ?? -1;
      setLooked(null);
    },
    look,
  });
  useEffect(() => {
    if (count > 0) hands.announce(widget.words.say(mentions, { n: count }));
  }, [count]);
  if (count === 0) return null;
  return (
    <ul id={`${id}-people`} class="people" role="listbox" aria-label={widget.words.say(mentions, { n: count })}>
      {people.map((person, index) => (
        <li
          key={person.personId}
          id={`${id}-person-${index}`}
          role="option"
          aria-selected={index === at}
          // The text area keeps the focus, or the list would close.
          onPointerDown={(event) => event.preventDefault()}
          // Not before: a list that is gone would leave the click of a finger to whatever lies below.
          onClick={() => take(person)}
        >
          <bdi>{person.name}</bdi>
        </li>
      ))}
    </ul>
  );
}

/** Those on the page first, so that nobody who is picked moves when others are found. */
function offered(here: readonly Person[], others: readonly Person[], self: string | null): Person[] {
  const known = new Set([self, ...here.map(({ personId }) => personId)]);
  return [...here, ...others.filter(({ personId }) => !known.has(personId))].slice(0, OFFERED);
}

interface Acts {
  move: (step: 1 | -1) => void;
  take: () => void;
  close: () => void;
  look: () => void;
}

/** Listens where people write, before the composer does: an open list takes the keys that mean something to it. */
function useKeys({ id, field }: Naming, picked: number | null, acts: Acts): void {
  const latest = useRef(acts);
  latest.current = acts;
  const open = picked !== null;
  useEffect(() => {
    const area = field.current;
    if (area === null || !open) return;
    const onKey = (event: KeyboardEvent) => {
      if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
      const act = {
        ArrowDown: () => latest.current.move(1),
        ArrowUp: () => latest.current.move(-1),
        Enter: () => latest.current.take(),
        Tab: () => latest.current.take(),
        Escape: () => latest.current.close(),
      }[event.key];
      if (act === undefined || (event.shiftKey && event.key === 'Tab')) return;
      event.preventDefault();
      event.stopPropagation();
      act();
    };
    const moved = () => latest.current.look();
    const left = () => latest.current.close();
    area.addEventListener('keydown', onKey);
    area.addEventListener('click', moved);
    area.addEventListener('blur', left);
    return () => {
      area.removeEventListener('keydown', onKey);
      area.removeEventListener('click', moved);
      area.removeEventListener('blur', left);
    };
  }, [open]);
  useEffect(() => {
    const area = field.current;
    if (area === null) return;
    const states = { 'aria-autocomplete': 'list', 'aria-haspopup': 'listbox', 'aria-controls': `${id}-people` };
    if (picked === null)
      for (const name of [...Object.keys(states), 'aria-activedescendant']) area.removeAttribute(name);
    else {
      for (const [name, value] of Object.entries(states)) area.setAttribute(name, value);
      area.setAttribute('aria-activedescendant', `${id}-person-${picked}`);
    }
  }, [picked]);
}
