import { useEffect } from 'react';
import { useStored } from './use-stored.ts';

const themes = ['auto', 'light', 'dark'] as const;
export type Theme = (typeof themes)[number];

/** Light, dark, or as the device says; the style sheet reads it from the root element. */
export function useTheme(): [Theme, () => void] {
  const [theme, setTheme] = useStored<Theme>('theme', 'auto');
  useEffect(() => {
    document.documentElement.dataset.theme = theme;
  }, [theme]);
  return [theme, () => setTheme(themes[(themes.indexOf(theme) + 1) % themes.length] ?? 'auto')];
}
