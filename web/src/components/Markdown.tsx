import { Fragment, type ReactNode } from 'react';
import { bindUnits } from '../texts/bind-units.ts';

/** What the agent writes: paragraphs, lists and bold words. Everything else stays text, so nothing of a reply can become markup. */
export function Markdown({ text }: { text: string }) {
  return text
    .split(/\n{2,}/)
    .filter((block) => block.trim() !== '')
    .map((block, at) => <Block key={at} block={block} />);
}

function Block({ block }: { block: string }) {
  const lines = block.split('\n');
  if (lines.every((line) => /^[-*] /.test(line)))
    return (
      <ul>
        {lines.map((line, at) => (
          <li key={at} dir="auto">
            {inline(line.slice(2))}
          </li>
        ))}
      </ul>
    );
  return (
    <p dir="auto">
      {lines.map((line, at) => (
        <Fragment key={at}>
          {at > 0 && <br />}
          {inline(line)}
        </Fragment>
      ))}
    </p>
  );
}

const inline = (text: string): ReactNode[] =>
  bindUnits(text)
    .split(/\*\*(.+?)\*\*/g)
    .map((part, at) => (at % 2 === 1 ? <strong key={at}>{part}</strong> : part));
