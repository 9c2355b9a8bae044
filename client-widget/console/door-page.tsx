import type { ComponentChildren, JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import { LanguageChoice, ThemeChoice } from './preferences.tsx';
import type { Settings } from './settings.ts';

export interface DoorPageProps {
  settings: Settings;
  onSettings: (change: Partial<Settings>) => void;
  title: string;
  lead: string;
  children: ComponentChildren;
}

/** The page of whoever is not at work yet: one card with a form. */
export function DoorPage({ settings, onSettings, title, lead, children }: DoorPageProps): JSX.Element {
  useEffect(() => {
    document.title = title === 'Tribune' ? title : `${title} – Tribune`;
  }, [title]);
  return (
    <main class="door">
      <p class="brand">Tribune</p>
      <section class="door-card">
        <h1>{title}</h1>
        <p class="quiet">{lead}</p>
        {children}
      </section>
      <div class="door-settings">
        <LanguageChoice settings={settings} onSettings={onSettings} />
        <ThemeChoice settings={settings} onSettings={onSettings} />
      </div>
    </main>
  );
}
