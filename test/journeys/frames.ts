import type { Page } from 'playwright-core';

/** What one frame cost, in milliseconds. */
export interface Frame {
  /** From the start of the task that asked for the frame to the end of its drawing, by the clock on the wall. */
  readonly duration: number;
  /** Tasks of the main thread in that time (script, style, layout, paint), by the clock on the wall. */
  readonly tasks: number;
  /** The same by the thread's own clock, which stands still while another program has the processor. */
  readonly work: number;
  /** The part of the work that is script; collecting garbage is in it. */
  readonly script: number;
  /** The part of the work that is style and layout. */
  readonly layout: number;
}

/** As in the trace event format; times in microseconds. */
interface TraceEvent {
  readonly name: string;
  /** `X`: complete, with a duration; `b` and `e`: a begin and an end. */
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  readonly ts: number;
  readonly dur?: number;
  readonly tdur?: number;
}

const includedCategories = ['devtools.timeline', 'disabled-by-default-devtools.timeline'];
const layoutEvents = new Set(['UpdateLayoutTree', 'Layout', 'PrePaint']);
/** A sixtieth of a second, in milliseconds. */
const screenFrame = 1000 / 60;

/** The frames that the page draws while something is done to it. */
export async function traceFrames(page: Page, act: () => Promise<void>): Promise<Frame[]> {
  const session = await page.context().newCDPSession(page);
  const events: TraceEvent[] = [];
  session.on('Tracing.dataCollected', ({ value }) => events.push(...(value as unknown as TraceEvent[])));
  const over = new Promise((resolve) => session.once('Tracing.tracingComplete', resolve));
  await session.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { includedCategories },
  });
  await act();
  await session.send('Tracing.end');
  await over;
  await session.detach();
  return framesOf(events);
}

/** Frames as the browser itself bounds them for the Long Animation Frames API, in the event “AnimationFrame”. */
function framesOf(events: readonly TraceEvent[]): Frame[] {
  const bounds = events.filter(({ name }) => name === 'AnimationFrame');
  // One frame ends before the next begins.
  const ends = bounds.filter(({ ph }) => ph === 'e').map(({ ts }) => ts);
  return bounds.flatMap(({ ph, pid, tid, ts: start }) => {
    const end = Math.min(...ends.filter((ts) => ts > start));
    if (ph !== 'b' || end === Infinity) return [];
    // The task that draws ends a moment after its frame.
    const within = events.filter(
      (event) =>
        event.pid === pid &&
        event.tid === tid &&
        event.dur !== undefined &&
        event.ts + event.dur / 2 > start &&
        event.ts + event.dur / 2 <= end,
    );
    const sum = (of: (event: TraceEvent) => number, which: (name: string) => boolean): number =>
      within.filter(({ name }) => which(name)).reduce((total, event) => total + of(event), 0) / 1000;
    const thread = ({ tdur = 0 }: TraceEvent): number => tdur;
    return [
      {
        duration: (end - start) / 1000,
        tasks: sum(
          ({ dur = 0 }) => dur,
          (name) => name === 'RunTask',
        ),
        work: sum(thread, (name) => name === 'RunTask'),
        script: sum(thread, (name) => name === 'FunctionCall' || name === 'RunMicrotasks'),
        layout: sum(thread, (name) => layoutEvents.has(name)),
      },
    ];
  });
}

/** The middle and the largest of the figures, for people to read. */
export function sayFrames(frames: readonly Frame[]): string {
  const parts = (['work', 'script', 'layout', 'tasks', 'duration'] as const).map((part) => {
    const sorted = frames.map((frame) => frame[part]).sort((a, b) => a - b);
    const middle = sorted[Math.floor(sorted.length / 2)] ?? 0;
    return `${part} ${middle.toFixed(1)} (at most ${(sorted.at(-1) ?? 0).toFixed(1)})`;
  });
  const over = frames.filter(({ work }) => work > screenFrame).length;
  return `${frames.length} frames, ${over} with more than ${screenFrame.toFixed(1)} ms of work; ms at the median: ${parts.join(', ')}`;
}
