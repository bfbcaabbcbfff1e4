import {
  getLocalTimeZone,
  parseDate,
  today,
  type CalendarDate,
  type DateValue,
} from '@internationalized/date';
import { useState } from 'react';
import { Button } from 'react-aria-components/Button';
import { Calendar, CalendarCell, CalendarGrid, CalendarHeading } from 'react-aria-components/Calendar';
import { RangeCalendar } from 'react-aria-components/RangeCalendar';
import { useWords } from '../texts/words.ts';
import { Choice } from './Choice.tsx';

interface DatesEditorProps {
  readonly leave: string | null;
  readonly back: string | null;
  readonly roundTrip: boolean;
  /** A leg of several cities has one day. */
  readonly oneLegOnly: boolean;
  readonly onApply: (leave: string, back: string | null) => void;
}

/** Airlines sell about eleven months ahead. */
const lastMonth = 11;

/** Two months side by side: one day, or the first and the last. */
export function DatesEditor({ leave, back, roundTrip, oneLegOnly, onApply }: DatesEditorProps) {
  const { t } = useWords();
  const [kind, setKind] = useState<'one' | 'both'>(roundTrip ? 'both' : 'one');
  const [day, setDay] = useState<CalendarDate | null>(leave === null ? null : parseDate(leave));
  const [end, setEnd] = useState<CalendarDate | null>(back === null ? null : parseDate(back));
  const first = today(getLocalTimeZone());
  const bounds = { minValue: first, maxValue: first.add({ months: lastMonth }) };
  const months = { months: matchMedia('(min-width: 44rem)').matches ? 2 : 1 };
  const ranged = kind === 'both' && !oneLegOnly;
  return (
    <div className="dates">
      {!oneLegOnly && (
        <Choice
          label={t.trip.when}
          value={kind}
          options={[
            { value: 'both', name: t.edit.roundTrip },
            { value: 'one', name: t.edit.oneWay },
          ]}
          onChange={setKind}
        />
      )}
      {ranged ? (
        <RangeCalendar
          className="calendar"
          aria-label={t.edit.calendar}
          visibleDuration={months}
          {...bounds}
          value={day && end ? { start: day, end } : null}
          defaultFocusedValue={day ?? first}
          onChange={({ start, end: last }: { start: DateValue; end: DateValue }) => {
            setDay(parseDate(start.toString()));
            setEnd(parseDate(last.toString()));
          }}
        >
          <Months count={months.months} />
        </RangeCalendar>
      ) : (
        <Calendar
          className="calendar"
          aria-label={t.edit.calendar}
          visibleDuration={months}
          {...bounds}
          value={day}
          onChange={(value: DateValue) => setDay(parseDate(value.toString()))}
        >
          <Months count={months.months} />
        </Calendar>
      )}
      <Button
        className="button primary"
        isDisabled={day === null || (ranged && end === null)}
        onPress={() => day && onApply(day.toString(), ranged ? (end?.toString() ?? null) : null)}
      >
        {t.edit.apply}
      </Button>
    </div>
  );
}

function Months({ count }: { count: number }) {
  const { t } = useWords();
  const offsets = Array.from({ length: count }, (_, months) => months);
  return (
    <>
      <div className="calendar-head">
        <Button slot="previous" className="round" aria-label={t.edit.earlier}>
          ‹
        </Button>
        {offsets.map((months) => (
          <CalendarHeading key={months} className="calendar-title" offset={{ months }} />
        ))}
        <Button slot="next" className="round" aria-label={t.edit.later}>
          ›
        </Button>
      </div>
      <div className="months">
        {offsets.map((months) => (
          <CalendarGrid key={months} offset={{ months }} weekdayStyle="short">
            {(date) => <CalendarCell date={date} className="day" />}
          </CalendarGrid>
        ))}
      </div>
    </>
  );
}
