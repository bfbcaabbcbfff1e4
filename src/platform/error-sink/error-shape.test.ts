import { describe, expect, it } from 'vitest';
import { shapesOf, stackOf } from './error-shape.ts';

const said = 'Fly me to Lisbon with key sk_live_0123';

function thrownBy(code: () => unknown): unknown {
  try {
    code();
  } catch (error) {
    return error;
  }
  throw new Error('nothing was thrown');
}

describe('the shape of an error', () => {
  it('has its kind and its place, within the project', () => {
    const [shape] = shapesOf(new RangeError('too far'));
    expect(shape).toMatchObject({ type: 'RangeError', code: null });
    expect(shape?.frames[0]).toMatchObject({
      file: 'src/platform/error-sink/error-shape.test.ts',
      own: true,
    });
    expect(shape?.frames.some(({ file, own }) => file.startsWith('node_modules/') && !own)).toBe(true);
    expect(shape && stackOf(shape)).toMatch(
      /^RangeError\n {4}at .* \(src\/platform\/error-sink\/error-shape\.test\.ts:\d+:\d+\)\n/u,
    );
  });

  it('names the function', () => {
    const [shape] = shapesOf(thrownBy(() => Reflect.apply(breakHere, null, [])));
    expect(shape?.frames[0]?.function).toBe('breakHere');
    function breakHere() {
      throw new Error(said);
    }
  });

  it.each([
    ['a message', new Error(said)],
    ['a message of several lines', new Error(`first\n${said}`)],
    ['a message that looks like a call', new Error(`x\n    at ${said.replaceAll(' ', '')} (/a/b.ts:1:2)`)],
    ['what a parser quotes', thrownBy(() => JSON.parse(said))],
    ['a cause', new Error('outside', { cause: new Error(said) })],
    ['a name', Object.assign(new Error('x'), { name: said })],
    ['a code', Object.assign(new Error('x'), { code: said })],
    ['a string that was thrown', said],
    ['an object that was thrown', { said }],
  ])('never has %s', (_what, error) => {
    const shapes = shapesOf(error);
    const told = JSON.stringify([shapes, shapes.map(stackOf)]);
    expect(told).not.toMatch(/sk_live|Lisbon/u);
  });

  it('has the closed word that says why', () => {
    const refused = Object.assign(new Error('connect'), { code: 'ECONNREFUSED' });
    const late = Object.assign(new Error('late'), { reason: 'timeout' });
    expect(shapesOf(refused)[0]?.code).toBe('ECONNREFUSED');
    expect(shapesOf(late)[0]?.code).toBe('timeout');
  });

  it('goes on to the causes, but not for ever', () => {
    const inner = new TypeError('inner');
    expect(shapesOf(new Error('outer', { cause: inner })).map(({ type }) => type)).toEqual([
      'Error',
      'TypeError',
    ]);
    const circle = new Error('circle');
    circle.cause = circle;
    expect(shapesOf(circle)).toHaveLength(4);
  });
});
