import type { Cabin } from '../../domain/cabin.ts';

/** A fare family: what it costs more than the lowest, and what it includes. */
export interface Brand {
  readonly name: string;
  readonly factor: number;
  readonly carryOnBags: number;
  readonly checkedBags: number;
  readonly refundable: boolean;
  readonly changeable: boolean;
  /** A further checked bag on one direction, US dollars. */
  readonly extraBag: number;
}

const brandsByKind: Readonly<Record<'network' | 'american' | 'low_cost' | 'premium', readonly Brand[]>> = {
  network: [
    {
      name: 'Light',
      factor: 1,
      carryOnBags: 1,
      checkedBags: 0,
      refundable: false,
      changeable: false,
      extraBag: 45,
    },
    {
      name: 'Classic',
      factor: 1.16,
      carryOnBags: 1,
      checkedBags: 1,
      refundable: false,
      changeable: true,
      extraBag: 60,
    },
    {
      name: 'Flex',
      factor: 1.48,
      carryOnBags: 1,
      checkedBags: 1,
      refundable: true,
      changeable: true,
      extraBag: 60,
    },
  ],
  american: [
    {
      name: 'Basic Economy',
      factor: 1,
      carryOnBags: 1,
      checkedBags: 0,
      refundable: false,
      changeable: false,
      extraBag: 40,
    },
    {
      name: 'Main Cabin',
      factor: 1.15,
      carryOnBags: 1,
      checkedBags: 0,
      refundable: false,
      changeable: true,
      extraBag: 40,
    },
    {
      name: 'Main Flexible',
      factor: 1.42,
      carryOnBags: 1,
      checkedBags: 1,
      refundable: true,
      changeable: true,
      extraBag: 45,
    },
  ],
  low_cost: [
    {
      name: 'Basic',
      factor: 1,
      carryOnBags: 0,
      checkedBags: 0,
      refundable: false,
      changeable: false,
      extraBag: 38,
    },
    {
      name: 'Plus',
      factor: 1.35,
      carryOnBags: 1,
      checkedBags: 1,
      refundable: false,
      changeable: true,
      extraBag: 42,
    },
  ],
  premium: [
    {
      name: 'Saver',
      factor: 1,
      carryOnBags: 2,
      checkedBags: 2,
      refundable: false,
      changeable: true,
      extraBag: 80,
    },
    {
      name: 'Flex',
      factor: 1.28,
      carryOnBags: 2,
      checkedBags: 2,
      refundable: true,
      changeable: true,
      extraBag: 80,
    },
  ],
};

const americans = new Set(['AA', 'UA', 'DL', 'AS', 'B6', 'HA', 'AC', 'WS']);

/** The fare families that a carrier sells in a cabin. */
export function brandsOf(carrier: { code: string; kind: string }, cabin: Cabin): readonly Brand[] {
  if (cabin === 'business' || cabin === 'first') return brandsByKind.premium;
  if (carrier.kind === 'low_cost') return brandsByKind.low_cost;
  return americans.has(carrier.code) ? brandsByKind.american : brandsByKind.network;
}
