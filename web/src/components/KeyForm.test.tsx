// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Access } from '../api/access.ts';
import { AccessProvider } from '../hooks/access-context.ts';
import { createWords, WordsProvider, type Language } from '../texts/words.ts';
import { KeyForm } from './KeyForm.tsx';

afterEach(cleanup);

function show(offer: Access['offer'], language: Language = 'en') {
  const onTaken = vi.fn();
  const access: Access = {
    get: () => ({ kept: null, wanted: 'missing' }),
    subscribe: () => () => undefined,
    ask: async () => new Response(),
    offer,
    forget: () => undefined,
  };
  render(
    <AccessProvider value={access}>
      <WordsProvider value={createWords(language, language)}>
        <KeyForm wanted="missing" onTaken={onTaken} />
      </WordsProvider>
    </AccessProvider>,
  );
  return { onTaken, user: userEvent.setup() };
}

describe('the form for a key', () => {
  it('has the focus, and sends the key without what was pasted around it', async () => {
    const offer = vi.fn<Access['offer']>().mockResolvedValue('taken');
    const { onTaken, user } = show(offer);
    const input = screen.getByLabelText('Key');
    expect(document.activeElement).toBe(input);
    await user.type(input, '  the-key-itself ');
    await user.click(screen.getByRole('checkbox', { name: /^Remember on this device/ }));
    await user.click(screen.getByRole('button', { name: 'Go on' }));
    await vi.waitFor(() => expect(onTaken).toHaveBeenCalled());
    expect(offer).toHaveBeenCalledWith('the-key-itself', true);
  });

  it('says that a key is wrong, and lets it be typed anew', async () => {
    const { onTaken, user } = show(async () => 'wrong');
    const input = screen.getByLabelText('Key');
    await user.type(input, 'not-the-key{Enter}');
    await vi.waitFor(() => expect(screen.getByRole('alert').textContent).toContain('not known here'));
    expect(input.getAttribute('aria-invalid')).toBe('true');
    expect(onTaken).not.toHaveBeenCalled();
    await user.type(input, 'x');
    expect(input.getAttribute('aria-invalid')).toBe('false');
    expect(screen.getByRole('alert').textContent).toBe('');
  });

  it('does not call a key wrong that could not be checked', async () => {
    const { user } = show(() => Promise.reject(new Error('offline')), 'de');
    await user.type(screen.getByLabelText('Schlüssel'), 'the-key{Enter}');
    await vi.waitFor(() => expect(screen.getByRole('alert').textContent).toContain('nicht prüfen'));
    expect(screen.getByLabelText('Schlüssel').getAttribute('aria-invalid')).toBe('false');
  });
});
