import type { JSX } from 'preact';
import { useId } from 'preact/hooks';
import { CONSOLE_LANGUAGES, useSpeech } from './language.tsx';
import type { ConsoleLanguage } from './language.tsx';
import { THEMES } from './settings.ts';
import type { Settings } from './settings.ts';

interface Props {
  settings: Settings;
  onSettings: (change: Partial<Settings>) => void;
}

export function LanguageChoice({ settings, onSettings }: Props): JSX.Element {
  const { words, say } = useSpeech();
  const options = Object.entries(CONSOLE_LANGUAGES).map(([value, label]) => ({ value, label, lang: value }));
  return (
    <Segments
      legend={say(words.bar.language)}
      options={options}
      value={settings.lang}
      onPick={(value) => onSettings({ lang: value as ConsoleLanguage })}
    />
  );
}

export function ThemeChoice({ settings, onSettings }: Props): JSX.Element {
  const { words, say } = useSpeech();
  const options = THEMES.map((value) => ({ value, label: say(words.themes[value]) }));
  return (
    <Segments
      legend={say(words.bar.theme)}
      options={options}
      value={settings.theme}
      onPick={(value) => onSettings({ theme: value as Settings['theme'] })}
    />
  );
}

interface SegmentsProps {
  legend: string;
  options: { value: string; label: string; lang?: string }[];
  value: string;
  onPick: (value: string) => void;
}

/** A few choices side by side, one of which is on. */
function Segments({ legend, options, value, onPick }: SegmentsProps): JSX.Element {
  const name = useId();
  return (
    <fieldset class="segments">
      <legend>{legend}</legend>
      <div class="segment-row">
        {options.map((option) => (
          <label key={option.value} class="segment" lang={option.lang}>
            <input
              type="radio"
              name={name}
              value={option.value}
              checked={option.value === value}
              onChange={() => onPick(option.value)}
            />
            <span>{option.label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
