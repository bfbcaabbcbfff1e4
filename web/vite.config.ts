import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { airportPositions } from './plugins/airport-positions.ts';

/** Paths of the API that the development server hands on. */
const api = [
  '/chat',
  '/search',
  '/places',
  '/sessions',
  '/calendar',
  '/understand',
  '/docs',
  '/openapi.json',
];
const target = process.env.WINDROSE_URL ?? 'http://127.0.0.1:3000';

const config = defineConfig({
  root: import.meta.dirname,
  plugins: [react(), airportPositions()],
  server: { proxy: Object.fromEntries(api.map((path) => [path, target])) },
  build: { target: 'es2023', modulePreload: { polyfill: false }, assetsInlineLimit: 0 },
});

export { config as default };
