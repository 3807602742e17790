import { useState } from 'react';

export const themes = ['auto', 'light', 'dark'] as const;
export type Theme = (typeof themes)[number];

const kept = 'throughline.theme';

function read(): Theme {
  const found = localStorage.getItem(kept);
  return themes.find((theme) => theme === found) ?? 'auto';
}

/** Sets the colours before the first page is drawn, so that nothing flashes. */
export function wearTheme(theme: Theme = read()): void {
  if (theme === 'auto') delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
}

/** The colours of this browser, and how to take the next ones. */
export function useTheme(): { theme: Theme; next: () => void } {
  const [theme, setTheme] = useState<Theme>(read);
  const next = () => {
    const chosen = themes[(themes.indexOf(theme) + 1) % themes.length] ?? 'auto';
    localStorage.setItem(kept, chosen);
    wearTheme(chosen);
    setTheme(chosen);
  };
  return { theme, next };
}
