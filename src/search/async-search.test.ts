import { describe, expect, it } from 'vitest';
import { ProviderError } from './provider.ts';
import { sampleOffer, sampleRequest } from './samples.ts';
import { answering, scriptedSource } from './scripted-source.ts';
import { idsOf, searchOver, soonMs, statusesOf } from './search-over.ts';

describe('the fan-out', () => {
  it('asks every source at once, and shows offers as each of them answers', async () => {
    const [one, two] = [scriptedSource('one'), scriptedSource('two')];
    const search = searchOver([one, two]).start();
    const first = search.next();
    expect([one.calls.length, two.calls.length]).toEqual([1, 1]);

    two.calls[0]?.batch(sampleOffer('two:a'));
    const early = await first;
    expect([idsOf(early), early.reports, early.waitingFor, early.complete]).toEqual([
      ['two:a'],
      [],
      ['one', 'two'],
      false,
    ]);

    const second = search.next();
    two.calls[0]?.batch(sampleOffer('two:b'));
    two.calls[0]?.end();
    const later = await second;
    expect([idsOf(later), statusesOf(later), later.waitingFor, later.complete]).toEqual([
      ['two:a', 'two:b'],
      { two: 'ok' },
      ['one'],
      false,
    ]);

    const third = search.last();
    one.calls[0]?.end();
    const last = await third;
    expect([idsOf(last), statusesOf(last), last.waitingFor, last.complete]).toEqual([
      ['two:a', 'two:b'],
      { one: 'no_offers', two: 'ok' },
      [],
      true,
    ]);
  });

  it('lets no failing source spoil the others, and never calls a failure “no offers”', async () => {
    const last = await searchOver([
      scriptedSource('bad', (call) => call.fail(new ProviderError('unauthorized', 'bad key'))),
      scriptedSource('worse', (call) => call.fail(new TypeError('a bug'))),
      scriptedSource('good', answering(sampleOffer('good:a'))),
    ])
      .start()
      .last();
    expect(idsOf(last)).toEqual(['good:a']);
    expect(statusesOf(last)).toEqual({ bad: 'unauthorized', worse: 'error', good: 'ok' });
  });

  it('asks for every one of flexible days, and makes one report of them', async () => {
    const source = scriptedSource('one', (call) => {
      const [{ date }] = call.request.legs;
      if (date.endsWith('05')) call.fail(new ProviderError('error', 'broken'));
      else answering(...(date.endsWith('06') ? [] : [sampleOffer(`one:${date}`)]))(call);
    });
    const { start } = searchOver([source]);
    const days = (...list: string[]) => list.map((day) => sampleRequest(`2027-03-${day}`));
    const whole = await start(days('04', '05', '06', '07')).last();
    expect(whole.reports).toMatchObject([
      { provider: 'one', status: 'error', offers: 2, requests: 4, failedRequests: 1 },
    ]);
    expect(whole.reports[0]?.missingDates).toEqual(['2027-03-05']);
    const nothing = await start(days('06', '05')).last();
    expect(statusesOf(nothing)).toEqual({ one: 'error' });
  });
});

describe('the budget of time', () => {
  it('ends the wait, says who has not answered, and lets that source go on', async () => {
    const [slow, quick] = [
      scriptedSource('slow'),
      scriptedSource('quick', answering(sampleOffer('quick:a'))),
    ];
    const { start, told, reports } = searchOver([slow, quick], soonMs);
    const last = await start().last();
    expect([idsOf(last), statusesOf(last), last.waitingFor, last.complete]).toEqual([
      ['quick:a'],
      { slow: 'timeout', quick: 'ok' },
      ['slow'],
      false,
    ]);
    expect(slow.calls[0]?.run.signal.aborted).toBe(false);
    slow.calls[0]?.batch(sampleOffer('slow:a'));
    slow.calls[0]?.end();
    await expect
      .poll(() => reports.map(({ provider, status }) => `${provider} ${status}`))
      .toContain('slow ok');
    expect(told, 'the turn has ended without it').toEqual(['slow timeout', 'quick ok']);
    await start().last();
    expect(told.slice(2)).toEqual(['slow ok', 'quick ok']);
  });

  it('hands what came late to whoever asks the same next, without asking the source again', async () => {
    const slow = scriptedSource('slow');
    const { start, shared } = searchOver([slow], soonMs);
    expect(idsOf(await start().last())).toEqual([]);
    slow.calls[0]?.batch(sampleOffer('slow:a'));
    const meanwhile = await start().next();
    expect([idsOf(meanwhile), meanwhile.complete]).toEqual([['slow:a'], false]);
    expect(shared).toEqual(['slow']);

    const last = start().last();
    slow.calls[0]?.end();
    expect(statusesOf(await last)).toEqual({ slow: 'ok' });
    const after = await start().last();
    expect([idsOf(after), after.reports[0]?.cached, after.complete]).toEqual([['slow:a'], true, true]);
    expect(slow.calls).toHaveLength(1);
  });
});

describe('identical searches in flight', () => {
  it('are one, which is cancelled only when nobody waits any more', async () => {
    const source = scriptedSource('one');
    const { start, shared, reports } = searchOver([source]);
    const [first, second] = [start(undefined, 'a'), start(undefined, 'b')];
    const waits = [first.next(), second.next()];
    expect([source.calls.length, shared]).toEqual([1, ['one']]);
    first.leave();
    await expect(waits[0]).rejects.toThrow('gone');
    expect(source.calls[0]?.run.signal.aborted).toBe(false);
    second.leave();
    await expect(waits[1]).rejects.toThrow('gone');
    expect(source.calls[0]?.run.signal.aborted).toBe(true);
    expect(reports, 'a cancelled search says nothing about its source').toEqual([]);

    const again = start().last();
    expect(source.calls).toHaveLength(2);
    source.calls[1]?.end();
    expect(statusesOf(await again)).toEqual({ one: 'no_offers' });
  });

  it('are two where anything differs', () => {
    const source = scriptedSource('one');
    const { start } = searchOver([source]);
    void start([sampleRequest('2027-03-04')]).next();
    void start([sampleRequest('2027-03-05')]).next();
    expect(source.calls).toHaveLength(2);
  });

  it('are not begun for one who is gone already', async () => {
    const source = scriptedSource('one');
    const search = searchOver([source]).start();
    search.leave();
    await expect(search.next()).rejects.toThrow('gone');
    expect(source.calls).toEqual([]);
  });
});
