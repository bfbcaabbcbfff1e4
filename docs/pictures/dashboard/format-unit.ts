type Unit = 'percentunit' | 'short' | 's' | 'ops' | 'reqps' | 'bytes';

const binary = ['B', 'KiB', 'MiB', 'GiB'] as const;

/** A value with its unit, in about three digits where the panel does not say how many. */
export function formatUnit(value: number, unit: Unit, decimals?: number): string {
  const rounded = (number: number) => digits(number, decimals);
  switch (unit) {
    case 'percentunit':
      return `${rounded(value * 100)} %`;
    case 'short':
      return rounded(value);
    case 'ops':
      return `${rounded(value)}/s`;
    case 'reqps':
      return `${rounded(value)} req/s`;
    case 's':
      if (value === 0) return '0 s';
      if (Math.abs(value) < 0.001) return `${rounded(value * 1e6)} µs`;
      return Math.abs(value) < 1 ? `${rounded(value * 1e3)} ms` : `${rounded(value)} s`;
    case 'bytes': {
      const power = Math.min(
        binary.length - 1,
        Math.max(0, Math.floor(Math.log2(Math.abs(value) || 1) / 10)),
      );
      return `${rounded(value / 1024 ** power)} ${binary[power] ?? 'B'}`;
    }
  }
}

function digits(value: number, decimals: number | undefined): string {
  if (decimals !== undefined) return value.toFixed(decimals);
  const size = Math.abs(value);
  return String(Number(value.toFixed(size >= 100 ? 0 : size >= 10 ? 1 : 2)));
}
