import { describe, expect, it } from 'vitest';
import { bindUnits } from './bind-units.ts';

describe('units', () => {
  it('stay with their numbers, and other words stay free', () => {
    expect(bindUnits('5:05 PM, 6 h 15 min, 1 stop, 8 h later, 12 €')).toBe(
      '5:05\u00a0PM, 6\u00a0h\u00a015\u00a0min, 1 stop, 8\u00a0h later, 12\u00a0€',
    );
  });
});
