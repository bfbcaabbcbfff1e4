import { describe, expect, it } from 'vitest';
import { readEnv } from './env.ts';
import { readTelemetry } from './telemetry.ts';

function read(env: Record<string, string>) {
  const reader = readEnv(env);
  return { telemetry: readTelemetry(reader), problems: reader.problems };
}

describe('what is told to an operator’s services', () => {
  it('is nothing unless it is set', () => {
    expect(read({}).telemetry).toEqual({ otlpEndpoint: null, serviceName: 'windrose', errorSink: null });
  });

  it('goes where traces are wanted, under the name of the service', () => {
    const env = { OTEL_EXPORTER_OTLP_ENDPOINT: 'http://collector:4318', OTEL_SERVICE_NAME: 'flights' };
    expect(read(env)).toMatchObject({
      telemetry: { otlpEndpoint: 'http://collector:4318', serviceName: 'flights' },
      problems: [],
    });
    expect(read({ OTEL_EXPORTER_OTLP_ENDPOINT: 'collector:4318' }).problems).toEqual([
      'OTEL_EXPORTER_OTLP_ENDPOINT must be a URL that begins with http:// or https://',
    ]);
  });

  it.each([
    ['https://abc123@errors.example.com/42', 'https://errors.example.com/api/42/envelope/'],
    ['https://abc123:old@errors.example.com/42', 'https://errors.example.com/api/42/envelope/'],
    ['http://abc123@127.0.0.1:9000/some/path/42/', 'http://127.0.0.1:9000/some/path/api/42/envelope/'],
  ])('reads the DSN %s', (dsn, envelopeUrl) => {
    expect(read({ SENTRY_DSN: dsn }).telemetry.errorSink).toEqual({ envelopeUrl, publicKey: 'abc123' });
  });

  it.each([
    'sentry',
    'ftp://abc123@host/42',
    'https://host/42',
    'https://abc123@host/',
    'https://abc123@host/forty-two',
    'https://abc%0d%0a123@host/42',
  ])('names a DSN that is none without repeating its key: %s', (dsn) => {
    const { telemetry, problems } = read({ SENTRY_DSN: dsn });
    expect(telemetry.errorSink).toBeNull();
    expect(problems).toEqual([
      'SENTRY_DSN must look like https://KEY@HOST/PROJECT, with the project as a number',
    ]);
  });
});
