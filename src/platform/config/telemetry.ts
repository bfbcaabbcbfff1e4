import type { EnvReader } from './env.ts';

/** What is told to an operator's own services, apart from logs and metrics. */
export interface TelemetryConfig {
  /** Where traces go by OTLP over HTTP, without the path `/v1/traces`; null for nowhere. */
  readonly otlpEndpoint: string | null;
  readonly serviceName: string;
  /** Where errors go; null for nowhere. */
  readonly errorSink: ErrorSinkConfig | null;
}

/** What a Sentry DSN says. */
export interface ErrorSinkConfig {
  readonly envelopeUrl: string;
  readonly publicKey: string;
}

export function readTelemetry({ problems, text, url }: EnvReader): TelemetryConfig {
  return {
    otlpEndpoint: url('OTEL_EXPORTER_OTLP_ENDPOINT', ['http', 'https']),
    serviceName: text('OTEL_SERVICE_NAME') ?? 'windrose',
    errorSink: readDsn(text('SENTRY_DSN'), problems),
  };
}

/** `https://KEY@HOST/PROJECT`, perhaps with a path before the project. The value holds a key, so a problem does not repeat it. */
function readDsn(dsn: string | null, problems: string[]): ErrorSinkConfig | null {
  if (dsn === null) return null;
  const { protocol, username, host, pathname } = URL.canParse(dsn) ? new URL(dsn) : nothing;
  const [, path = '', project = ''] = /^(.*)\/(\d+)\/?$/u.exec(pathname) ?? [];
  if (!/^https?:$/u.test(protocol) || !/^\w+$/u.test(username) || project === '') {
    problems.push('SENTRY_DSN must look like https://KEY@HOST/PROJECT, with the project as a number');
    return null;
  }
  return { envelopeUrl: `${protocol}//${host}${path}/api/${project}/envelope/`, publicKey: username };
}

const nothing = { protocol: '', username: '', host: '', pathname: '' };
