import { hueOf, initialsOf } from './initials.ts';

/** A drawing made from the name alone; no picture is ever fetched. The hue tells people with the same initials apart. */
export function Avatar({ name, seed = name }: { name: string; seed?: string | undefined }) {
  return (
    <svg class="avatar" viewBox="0 0 40 40" aria-hidden="true">
      <circle cx="20" cy="20" r="20" fill={name === '' ? 'none' : `hsl(${hueOf(seed)} 34% 34%)`} />
      {name === '' ? (
        <path d="M20 20a6 6 0 1 0 0-12 6 6 0 0 0 0 12ZM9 31c0-11 22-11 22 0Z" />
      ) : (
        <text x="20" y="20" dy=".36em" text-anchor="middle">
          {initialsOf(name)}
        </text>
      )}
    </svg>
  );
}
