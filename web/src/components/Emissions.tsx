import { useWords } from '../texts/words.ts';
import { Icon } from './Icon.tsx';

/** Below so many percent the difference is noise. */
const noticeable = 5;

/** CO₂ for one traveller against the median of the list. */
export function Emissions({ kilograms, median }: { kilograms: number; median: number | null }) {
  const { t, number } = useWords();
  const percent = median ? Math.round((kilograms / median - 1) * 100) : null;
  const level = percent === null || Math.abs(percent) < noticeable ? 'same' : percent < 0 ? 'less' : 'more';
  return (
    <span className="fact emissions" data-level={level}>
      <Icon name="leaf" />
      <span>
        {t.card.co2(number(Math.round(kilograms)))}
        {percent !== null && (
          <span className="quiet">
            {' '}
            {level === 'same' && t.card.co2Same}
            {level === 'less' && t.card.co2Less(-percent)}
            {level === 'more' && t.card.co2More(percent)}
          </span>
        )}
      </span>
    </span>
  );
}
