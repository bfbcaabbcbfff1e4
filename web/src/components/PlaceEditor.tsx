import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Autocomplete } from 'react-aria-components/Autocomplete';
import { Input } from 'react-aria-components/Input';
import { Label } from 'react-aria-components/Label';
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox';
import { TextField } from 'react-aria-components/TextField';
import type { Place, PlacesAnswer } from '../../../src/contract/place.ts';
import { getJson } from '../api/get-json.ts';
import { useAsk } from '../hooks/access-context.ts';
import { useWords } from '../texts/words.ts';

/** A field that completes: the arrow keys walk the places, Enter takes one. */
export function PlaceEditor({ label, onChoose }: { label: string; onChoose: (place: Place) => void }) {
  const { t, language } = useWords();
  const ask = useAsk();
  const [query, setQuery] = useState('');
  const asked = query.trim();
  const { data, isFetching, isError } = useQuery({
    queryKey: ['places', asked],
    queryFn: ({ signal }) =>
      getJson<PlacesAnswer>(
        ask,
        `/places?${new URLSearchParams({ q: asked, limit: '7' }).toString()}`,
        signal,
      ),
    enabled: asked.length > 0,
    placeholderData: keepPreviousData,
    // Without a network a question fails at once instead of waiting for one.
    networkMode: 'always',
  });
  const places = asked === '' ? [] : (data?.places ?? []);
  const countries = new Intl.DisplayNames([language], { type: 'region' });
  return (
    <Autocomplete inputValue={query} onInputChange={setQuery}>
      <TextField autoFocus className="field">
        <Label>{label}</Label>
        <Input className="input" placeholder={t.edit.search} />
      </TextField>
      <ListBox
        className="places"
        aria-label={t.edit.search}
        items={places.map((place) => ({ ...place, id: `${place.kind}${place.code}` }))}
        onAction={(key) => {
          const place = places.find(({ kind, code }) => `${kind}${code}` === key);
          if (place) onChoose(place);
        }}
        renderEmptyState={() =>
          asked !== '' && (
            <p className={isError && !isFetching ? 'field-trouble' : 'quiet'} role="status">
              {isFetching ? t.edit.looking : isError ? t.edit.placesFailed : t.edit.noPlace}
            </p>
          )
        }
      >
        {(place) => (
          <ListBoxItem className="place" textValue={place.name}>
            <span className="place-code">{place.code}</span>
            <span>
              <strong>{place.name}</strong>
              <span className="quiet">
                {[place.region, place.country ? countries.of(place.country) : null]
                  .filter(Boolean)
                  .join(', ')}
                {place.kind === 'city' && place.airports.length > 1 && ` · ${t.edit.city}`}
              </span>
            </span>
          </ListBoxItem>
        )}
      </ListBox>
    </Autocomplete>
  );
}
