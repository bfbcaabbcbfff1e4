import { describe, expect, it } from 'vitest';
import { ProviderError } from './provider.ts';
import { sampleOffer, sampleRequest } from './samples.ts';
import { answering, scriptedSource } from './scripted-source.ts';
import { idsOf, searchOver, soonMs, statusesOf } from './search-over.ts';

const minuteMs = 60_000;

describe('what is kept of an answer', () => {
  const dying = sampleOffer('one:a', { expiresAt: '2027-01-01T12:01:00Z' });

  it('answers for its source while the offers live, and no longer', async () => {
    const source = scriptedSource('one', answering(dying));
    const { start, passMs } = searchOver([source]);
    await start().last();
    passMs(minuteMs - 1);
    expect((await start().last()).reports).toMatchObject([{ status: 'ok', cached: true, stale: false }]);
    expect(source.calls).toHaveLength(1);
    passMs(1);
    expect((await start().last()).reports).toMatchObject([{ status: 'ok', cached: false, stale: false }]);
    expect(source.calls).toHaveLength(2);
  });

  it('stands in for a source that fails, marked as stale and never as well', async () => {
    let broken = false;
    const source = scriptedSource('one', (call) => {
      if (broken) call.fail(new ProviderError('rate_limited', 'too many'));
      else answering(dying)(call);
    });
    const { start, passMs } = searchOver([source]);
    await start().last();
    broken = true;
    passMs(minuteMs);
    const last = await start().last();
    expect(idsOf(last)).toEqual(['one:a']);
    expect(last.reports).toMatchObject([{ status: 'rate_limited', cached: true, stale: true, offers: 1 }]);
    passMs(30 * minuteMs);
    expect(idsOf(await start().last())).toEqual([]);
  });

  it('stands in for a source that does not answer in time', async () => {
    let silent = false;
    const source = scriptedSource('one', (call) => {
      if (!silent) answering(dying)(call);
    });
    const { start, passMs } = searchOver([source], soonMs);
    await start().last();
    silent = true;
    passMs(minuteMs);
    const last = await start().last();
    expect(last.reports).toMatchObject([{ status: 'timeout', stale: true, offers: 1 }]);
    expect(last.waitingFor).toEqual(['one']);
  });

  it('never stands in for a source that answers, not even that it has nothing', async () => {
    let soldOut = false;
    const source = scriptedSource('one', (call) => {
      answering(...(soldOut ? [] : [dying]))(call);
    });
    const { start, passMs } = searchOver([source]);
    await start().last();
    soldOut = true;
    passMs(minuteMs);
    const last = await start().last();
    expect([idsOf(last), statusesOf(last)]).toEqual([[], { one: 'no_offers' }]);
  });

  it('is never half an answer', async () => {
    let broken = true;
    const source = scriptedSource('one', (call) => {
      call.batch(sampleOffer('one:a'));
      if (broken) call.fail(new ProviderError('error', 'half way'));
      else answering(sampleOffer('one:b'))(call);
    });
    const { start } = searchOver([source]);
    expect((await start().last()).reports).toMatchObject([{ status: 'error', offers: 1, cached: false }]);
    broken = false;
    expect(idsOf(await start().last())).toEqual(['one:a', 'one:b']);
  });

  it('gives way to what a failing source still said', async () => {
    let broken = false;
    const source = scriptedSource('one', (call) => {
      if (broken) call.batch(sampleOffer('one:new'));
      if (broken) call.fail(new ProviderError('error', 'half way'));
      else answering(dying)(call);
    });
    const { start, passMs } = searchOver([source]);
    await start().last();
    broken = true;
    passMs(minuteMs);
    const last = await start().last();
    expect(idsOf(last)).toEqual(['one:new']);
    expect(last.reports).toMatchObject([{ status: 'error', cached: false, stale: false }]);
  });

  it('is nothing of a source that costs nothing', async () => {
    const free = scriptedSource('free', answering(sampleOffer('free:a')), false);
    const { start } = searchOver([free]);
    await start().last();
    await start().last();
    expect(free.calls).toHaveLength(2);
  });
});

describe('the budget of paid searches', () => {
  /** Twenty searches of different days: all that a minute allows. */
  async function spendAll(start: ReturnType<typeof searchOver>['start']): Promise<void> {
    for (let day = 1; day <= 20; day += 1)
      await start([sampleRequest(`2027-04-${String(day).padStart(2, '0')}`)]).last();
  }

  it('ends with sources that were not asked, while others and other sessions go on', async () => {
    const paid = scriptedSource('paid', answering(sampleOffer('paid:a')));
    const free = scriptedSource('free', answering(sampleOffer('free:a')), false);
    const { start, passMs } = searchOver([paid, free]);
    await spendAll(start);
    expect(statusesOf(await start().last())).toEqual({ paid: 'skipped', free: 'ok' });
    expect(paid.calls).toHaveLength(20);
    expect(statusesOf(await start([sampleRequest('2027-05-01')], 'another').last())).toMatchObject({
      paid: 'ok',
    });
    passMs(minuteMs);
    expect(statusesOf(await start().last())).toMatchObject({ paid: 'ok' });
  });

  it('is not touched by what is kept or under way already', async () => {
    const [kept, slow] = [scriptedSource('kept', answering(sampleOffer('kept:a'))), scriptedSource('slow')];
    const { start } = searchOver([kept, slow], soonMs);
    await start().last();
    await spendAll((requests) => start(requests, 's'));
    const last = await start().last();
    expect(statusesOf(last)).toEqual({ kept: 'ok', slow: 'timeout' });
    expect(slow.calls.filter(({ request }) => request.legs[0].date === '2027-03-04')).toHaveLength(1);
  });

  it('is that of everybody who waits for a call that has not started yet', async () => {
    const gate = Promise.withResolvers<undefined>();
    const scripted = scriptedSource('one', answering(sampleOffer('one:a')));
    const waiting: typeof scripted = {
      ...scripted,
      async run(request, run) {
        if (request.legs[0].date === '2027-05-01') await gate.promise;
        await scripted.run(request, run);
      },
    };
    const { start, shared } = searchOver([waiting]);
    await spendAll(start);
    const [spent, another] = ['s', 'another'].map((id) => start([sampleRequest('2027-05-01')], id).last());
    gate.resolve(undefined);
    expect(statusesOf(await another!)).toEqual({ one: 'ok' });
    expect(statusesOf(await spent!)).toEqual({ one: 'ok' });
    expect(shared).toEqual(['one']);
  });

  it('counts a search of many sources once', async () => {
    const sources = ['a', 'b', 'c'].map((id) => scriptedSource(id, answering(sampleOffer(`${id}:1`))));
    const { start } = searchOver(sources);
    await spendAll(start);
    expect(sources.map(({ calls }) => calls.length)).toEqual([20, 20, 20]);
  });
});
