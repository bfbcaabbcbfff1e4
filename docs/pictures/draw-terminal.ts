import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';

/** Runs a command in colour and draws what it printed as an SVG: the README's picture is a real run. `npm run picture` */
const message = 'Boston to Lisbon next Friday, back the Sunday after, under $700';
const mostLines = 46;
const [lineHeight, charWidth, padding] = [18, 7.83, 16];
const colours: Readonly<Record<string, string>> = {
  2: '#8b949e',
  32: '#56d364',
  33: '#e3b341',
  36: '#39c5cf',
};

const { stdout } = spawnSync(process.execPath, ['src/main.ts', 'ask', '--', message], {
  encoding: 'utf8',
  env: { ...process.env, FORCE_COLOR: '1' },
});
const lines = [`$ npm run ask -- "${message}"`, '', ...wrap(stdout.trimEnd().split('\n'))].slice(
  0,
  mostLines,
);
const width = Math.ceil(108 * charWidth + 2 * padding);
const height = lines.length * lineHeight + 2 * padding;

writeFileSync(
  new URL('terminal.svg', import.meta.url),
  `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" aria-label="windrose ask in a terminal">
<rect width="100%" height="100%" rx="10" fill="#0d1117"/>
<g font-family="ui-monospace, SFMono-Regular, Menlo, Consolas, monospace" font-size="13" fill="#e6edf3" xml:space="preserve">
${lines.map((line, row) => `<text x="${padding}" y="${padding + (row + 0.8) * lineHeight}">${spans(line)}</text>`).join('\n')}
</g>
</svg>
`,
);

/** Long lines of the reply go on in the next one, between words. */
function wrap(rows: readonly string[]): string[] {
  return rows.flatMap((row) => {
    const parts: string[] = [];
    let rest = row;
    while (plain(rest).length > 106) {
      const cut = rest.lastIndexOf(' ', 104);
      parts.push(rest.slice(0, cut));
      rest = rest.slice(cut + 1);
    }
    return [...parts, rest];
  });
}

/** A line's ANSI styles as SVG spans. */
function spans(line: string): string {
  let style = '';
  return line
    .split(/(\u001b\[\d+m)/u)
    .map((part) => {
      const code = /^\u001b\[(\d+)m$/u.exec(part)?.[1];
      if (code !== undefined) {
        style = code === '1' ? ' font-weight="700"' : colours[code] ? ` fill="${colours[code]}"` : '';
        return '';
      }
      const text = part.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
      return text === '' ? '' : `<tspan${style}>${text}</tspan>`;
    })
    .join('');
}

function plain(text: string): string {
  return text.replaceAll(/\u001b\[\d+m/gu, '');
}
