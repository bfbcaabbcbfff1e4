/** What may be told about an error outside: its kind and place. Messages may quote a traveller or a key, so they stay here. */
export interface ErrorShape {
  readonly type: string;
  /** A word of a closed list, such as ECONNREFUSED or timeout; null where there is none. */
  readonly code: string | null;
  /** The innermost call first. */
  readonly frames: readonly Frame[];
}

export interface Frame {
  readonly function: string | null;
  /** Within the project where it is ours, so that no machine's folders are told. */
  readonly file: string;
  readonly line: number;
  readonly column: number;
  /** False for Node and packages. */
  readonly own: boolean;
}

const mostCauses = 3;
const mostFrames = 50;
const root = new URL('../../../', import.meta.url).href;

/** The error and what caused it, outermost first. */
export function shapesOf(error: unknown): ErrorShape[] {
  const shapes: ErrorShape[] = [];
  for (let next = error; shapes.length <= mostCauses; next = next.cause) {
    shapes.push(shapeOf(next));
    if (!(next instanceof Error) || next.cause === undefined) break;
  }
  return shapes;
}

/** The shape as Node writes a stack, but for the message. */
export const stackOf = ({ type, frames }: ErrorShape): string =>
  [type, ...frames.map((frame) => `    at ${frame.function ?? '<anonymous>'} (${placeOf(frame)})`)].join(
    '\n',
  );

const placeOf = ({ file, line, column }: Frame): string => `${file}:${line}:${column}`;

function shapeOf(error: unknown): ErrorShape {
  if (!(error instanceof Error)) return { type: typeof error, code: null, frames: [] };
  return {
    type: wordOf(error.name) ?? 'Error',
    code: ['code', 'reason', 'trouble'].map((key) => wordOf(Reflect.get(error, key))).find(Boolean) ?? null,
    frames: framesOf(error),
  };
}

/** Only what looks like a name: anything longer could be somebody's words. */
const wordOf = (value: unknown): string | undefined =>
  typeof value === 'string' && /^[A-Za-z][\w-]{0,39}$/u.test(value) ? value : undefined;

function framesOf({ message, stack = '' }: Error): Frame[] {
  // The message stands before the frames and may itself look like one.
  const start = message === '' ? -1 : stack.indexOf(message);
  const calls = start < 0 ? stack : stack.slice(start + message.length);
  return calls.split('\n').flatMap(frameOf).slice(0, mostFrames);
}

function frameOf(text: string): Frame[] {
  const call =
    /^ {4}at (?:(?:async )?(?<name>.+?) \()?(?<file>(?:file|node):[^\s()]+|\/[^\s()]+):(?<line>\d+):(?<column>\d+)\)?$/u;
  const { name, file, line, column } = call.exec(text)?.groups ?? {};
  if (file === undefined) return [];
  const url = file.startsWith('/') ? `file://${file}` : file;
  const inside = url.startsWith(root);
  const path = inside ? url.slice(root.length) : (/node_modules\/.*$/u.exec(url)?.[0] ?? url);
  return [
    {
      function: name ?? null,
      file: path.startsWith('file:') ? (path.split('/').at(-1) ?? '') : path,
      line: Number(line),
      column: Number(column),
      own: inside && !path.includes('node_modules/'),
    },
  ];
}
