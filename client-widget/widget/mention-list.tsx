import { useEffect, useRef, useState } from 'preact/hooks';
import type { Writing } from './draft.ts';
import css from './mention-list.css';
import { choose } from './mention-choice.ts';
import { peopleIn, typedName, type Person } from './mention-search.ts';
import { adopt } from './styles.ts';
import { insert } from './toolbar.tsx';

export const dress = (root: ShadowRoot): void => adopt(root, css);

/** What is open: the letters after the @, where that stands, and which of the people is picked. */
interface Search {
  from: number;
  to: number;
  people: Person[];
  at: number;
}

/**
 * The people of the discussion whose names begin as typed after an @: a list beside the text area, which keeps the focus. Arrows
 * pick, Enter and Tab take, Escape closes (ARIA practices, "combobox with listbox popup"; a text area of several lines stays a
 * text field and points at the list).
 */
export function MentionList(writing: Writing) {
  const { id, draft, hands, widget, field } = writing;
  const { mentions } = hands.words.writing;
  const [search, setSearch] = useState<Search | null>(null);
  const dismissed = useRef(-1);
  const look = () => {
    const area = field.current;
    const typed = area === null ? null : typedName(area.value, area.selectionEnd);
    if (typed === null || typed.from === dismissed.current) return setSearch(null);
    dismissed.current = -1;
    const people = peopleIn(widget.state.comments.values(), typed.name, hands.services.identity.personId);
    setSearch(people.length === 0 ? null : { ...typed, people, at: 0 });
  };
  useEffect(look, [draft.text]);
  const take = ({ personId, name }: Person) => {
    const area = field.current;
    if (area === null || search === null) return;
    choose(writing, personId, name);
    const text = `${area.value.slice(0, search.from)}@${name} ${area.value.slice(search.to).replace(/^ /, '')}`;
    const end = search.from + name.length + 2;
    area.focus();
    insert(area, text);
    area.setSelectionRange(end, end);
    dismissed.current = search.from;
    writing.write(area.value);
    setSearch(null);
  };
  useKeys(writing, search, {
    move: (step) =>
      search && setSearch({ ...search, at: (search.at + step + search.people.length) % search.people.length }),
    take: () => search?.people[search.at] && take(search.people[search.at] as Person),
    close: () => {
      dismissed.current = search?.from ?? -1;
      setSearch(null);
    },
    look,
  });
  const count = search?.people.length ?? 0;
  useEffect(() => {
    if (count > 0) hands.announce(widget.words.say(mentions, { n: count }));
  }, [count]);
  if (search === null) return null;
  return (
    <ul id={`${id}-people`} class="people" role="listbox" aria-label={widget.words.say(mentions, { n: count })}>
      {search.people.map((person, index) => (
        <li
          key={person.personId + person.name}
          id={`${id}-person-${index}`}
          role="option"
          aria-selected={index === search.at}
          // Before the text area loses the focus, which would close the list.
          onPointerDown={(event) => {
            event.preventDefault();
            take(person);
          }}
        >
          <bdi>{person.name}</bdi>
        </li>
      ))}
    </ul>
  );
}

interface Acts {
  move: (step: 1 | -1) => void;
  take: () => void;
  close: () => void;
  look: () => void;
}

/** Listens where people write, before the composer does: an open list takes the keys that mean something to it. */
function useKeys({ id, field }: Writing, search: Search | null, acts: Acts): void {
  const latest = useRef(acts);
  latest.current = acts;
  const open = search !== null;
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
    if (search === null)
      for (const name of [...Object.keys(states), 'aria-activedescendant']) area.removeAttribute(name);
    else {
      for (const [name, value] of Object.entries(states)) area.setAttribute(name, value);
      area.setAttribute('aria-activedescendant', `${id}-person-${search.at}`);
    }
  }, [search]);
}
