import { describe, expect, it } from 'vitest';
import { cardOf } from '../card-of.ts';
import { drawRoutes } from './draw-routes.ts';

const view = { width: 900, height: 240 };

describe('the map of the routes', () => {
  it('shows every airport of a trip around the world where it is', () => {
    const card = cardOf({ id: 'far', via: ['LAX', 'NRT'] });
    const drawn = drawRoutes([card], view);
    expect(drawn?.airports.length).toBeGreaterThan(3);
    for (const { x, y } of drawn?.airports ?? []) {
      expect(x).toBeGreaterThan(0);
      expect(x).toBeLessThan(view.width);
      expect(y).toBeGreaterThan(0);
      expect(y).toBeLessThan(view.height);
    }
    for (const { d } of drawn?.routes ?? []) expect(d).toMatch(/^M/);
  });

  it('is none where no place is known', () => {
    expect(drawRoutes([], view)).toBeNull();
  });
});
