/** Colours by Grafana's names, and the plain SVG that all panels are made of. */

const named: Readonly<Record<string, string>> = {
  green: '#73bf69',
  'semi-dark-green': '#56a64b',
  yellow: '#f2cc0c',
  'semi-dark-yellow': '#e0b400',
  orange: '#ff9830',
  'light-orange': '#ffb357',
  red: '#f2495c',
  'dark-red': '#c4162a',
  purple: '#b877d9',
  blue: '#5794f2',
  'semi-dark-blue': '#3274d9',
  text: '#8e8e99',
};

/** Of lines that have no colour of their own, in this order. */
const palette = ['#73bf69', '#f2cc0c', '#8ab8ff', '#ff780a', '#5794f2', '#b877d9', '#ffa6b0', '#37872d'];

export const ink = {
  page: '#111217',
  panel: '#181b1f',
  edge: '#2c3235',
  strong: '#e6e6ee',
  quiet: '#9d9da8',
} as const;

/** Throws where the dashboard names a colour that is not known here. */
export function colourOf(name: string): string {
  const colour = named[name];
  if (!colour) throw new Error(`unknown colour ${name}`);
  return colour;
}

export const nthColour = (index: number): string => palette[index % palette.length] ?? ink.strong;

export const escape = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

export interface TextStyle {
  readonly size?: number;
  readonly fill?: string;
  readonly anchor?: 'start' | 'middle' | 'end';
  readonly weight?: number;
}

export const text = (x: number, y: number, words: string, style: TextStyle = {}): string =>
  `<text x="${round(x)}" y="${round(y)}" font-size="${style.size ?? 11}" fill="${style.fill ?? ink.quiet}" text-anchor="${style.anchor ?? 'start'}" font-weight="${style.weight ?? 400}">${escape(words)}</text>`;

export const rect = (
  x: number,
  y: number,
  width: number,
  height: number,
  fill: string,
  opacity = 1,
): string =>
  `<rect x="${round(x)}" y="${round(y)}" width="${round(Math.max(0, width))}" height="${round(Math.max(0, height))}" fill="${fill}" fill-opacity="${opacity}"/>`;

export const line = (from: Point, to: Point, stroke: string, dash = ''): string =>
  `<line x1="${round(from[0])}" y1="${round(from[1])}" x2="${round(to[0])}" y2="${round(to[1])}" stroke="${stroke}" stroke-dasharray="${dash}"/>`;

export type Point = readonly [x: number, y: number];

export const points = (all: readonly Point[]): string =>
  all.map(([x, y]) => `${round(x)},${round(y)}`).join(' ');

const round = (value: number): number => Math.round(value * 10) / 10;

/** As much of the words as fits, at some average width of a letter. */
export const cut = (words: string, width: number, size = 11): string => {
  const most = Math.floor(width / (size * 0.56));
  return words.length > most ? `${words.slice(0, Math.max(1, most - 1))}…` : words;
};
