import { useEffect, useState } from 'preact/hooks';
import { CONSOLE_LANGUAGES } from './language.tsx';
import type { ConsoleLanguage } from './language.tsx';

export const THEMES = ['auto', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

export interface Settings {
  lang: ConsoleLanguage;
  theme: Theme;
  shortcuts: boolean;
  /** Whether the words that hurt most are veiled. */
  veil: boolean;
}

const STORED = 'tribune-console';

/** A moderator's own settings, kept in this browser where it allows that. */
export function useSettings(): [Settings, (change: Partial<Settings>) => void] {
  const [settings, setSettings] = useState(load);
  const change = (part: Partial<Settings>): void => {
    const next = { ...settings, ...part };
    setSettings(next);
    save(next);
  };
  useEffect(() => {
    document.documentElement.lang = settings.lang;
  }, [settings.lang]);
  useEffect(() => applyTheme(settings.theme), [settings.theme]);
  return [settings, change];
}

/** The style sheet knows light and dark only; "auto" follows the system, also when it changes. */
function applyTheme(theme: Theme): () => void {
  const system = matchMedia('(prefers-color-scheme: dark)');
  const apply = (): void => {
    document.documentElement.dataset['theme'] = theme === 'auto' ? (system.matches ? 'dark' : 'light') : theme;
  };
  apply();
  system.addEventListener('change', apply);
  return () => system.removeEventListener('change', apply);
}

function load(): Settings {
  const stored = read();
  const wishes = [stored['lang'], ...navigator.languages.map((tag) => tag.split('-')[0])];
  const lang = wishes.find(isConsoleLanguage);
  const theme = THEMES.find((name) => name === stored['theme']);
  return {
    lang: lang ?? 'en',
    theme: theme ?? 'auto',
    shortcuts: stored['shortcuts'] !== false,
    veil: stored['veil'] === true,
  };
}

/** Its own names only: every object answers to "constructor". */
function isConsoleLanguage(wish: unknown): wish is ConsoleLanguage {
  return typeof wish === 'string' && Object.hasOwn(CONSOLE_LANGUAGES, wish);
}

function read(): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(STORED) ?? '{}');
    return typeof value === 'object' && value !== null ? { ...value } : {};
  } catch {
    // Storage is blocked or holds something else: the defaults do.
    return {};
  }
}

function save(settings: Settings): void {
  try {
    localStorage.setItem(STORED, JSON.stringify(settings));
  } catch {
    // Storage is blocked: the settings last as long as the page.
  }
}
