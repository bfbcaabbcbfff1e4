/** What a browser sees at `/`: what this is and where to go. */
export const landingPage = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>Windrose</title>
    <style>
      :root { color-scheme: light dark; font: 1rem/1.6 system-ui, sans-serif; }
      main { max-width: 42rem; margin: 4rem auto; padding: 0 1rem; }
      pre { padding: 1rem; overflow-x: auto; border: 1px solid color-mix(in srgb, currentColor 25%, transparent); border-radius: 0.5rem; }
    </style>
  </head>
  <body>
    <main>
      <h1>Windrose</h1>
      <p>A travel agent that finds flights from what you write. It answers on this port:</p>
      <pre>curl -s http://127.0.0.1:3000/chat -H 'content-type: application/json' \\
  -d '{"message":"Boston to Lisbon next Friday, back the Sunday after, under $700"}'</pre>
      <p>
        <a href="/docs">Everything it can do</a> · <a href="/openapi.json">OpenAPI</a> ·
        <a href="/health/async">Health</a> · <a href="/metrics">Metrics</a>
      </p>
    </main>
  </body>
</html>
`;
