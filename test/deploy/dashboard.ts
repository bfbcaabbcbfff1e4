import { z } from 'zod';
import { readText } from './deploy-file.ts';

/** The dashboard as far as it is read here. A kind of panel or a setting of another shape fails here, before it is drawn wrongly. */

const Threshold = z.object({ color: z.string(), value: z.number().nullable() });

const Mapping = z.object({
  type: z.literal('value'),
  options: z.record(z.string(), z.object({ text: z.string(), color: z.string() })),
});

const Override = z.object({
  matcher: z.object({ id: z.literal('byRegexp'), options: z.string() }),
  properties: z.array(
    z.object({
      id: z.literal('color'),
      value: z.object({ mode: z.literal('fixed'), fixedColor: z.string() }),
    }),
  ),
});

const FieldConfig = z.object({
  defaults: z.object({
    unit: z.enum(['percentunit', 'short', 's', 'ops', 'reqps', 'bytes']),
    min: z.number().optional(),
    max: z.number().optional(),
    decimals: z.number().optional(),
    noValue: z.string().optional(),
    mappings: z.array(Mapping).default([]),
    thresholds: z.object({ mode: z.literal('absolute'), steps: z.array(Threshold) }).optional(),
    custom: z
      .object({
        fillOpacity: z.number(),
        lineWidth: z.number(),
        stacking: z.object({ mode: z.literal('normal') }).optional(),
        thresholdsStyle: z.object({ mode: z.literal('line') }).optional(),
      })
      .optional(),
  }),
  overrides: z.array(Override),
});

const Target = z.object({ refId: z.string(), expr: z.string(), legendFormat: z.string() });

export const Panel = z.object({
  id: z.number(),
  title: z.string(),
  type: z.enum(['row', 'stat', 'timeseries', 'bargauge', 'state-timeline']),
  description: z.string().optional(),
  datasource: z.object({ uid: z.string() }).optional(),
  gridPos: z.object({ h: z.number(), w: z.number(), x: z.number(), y: z.number() }),
  fieldConfig: FieldConfig.optional(),
  targets: z.array(Target).default([]),
});
export type Panel = z.infer<typeof Panel>;

const Dashboard = z.object({
  title: z.string(),
  panels: z.array(Panel),
  annotations: z.object({ list: z.array(z.object({ expr: z.string() })) }),
});
export type Dashboard = z.infer<typeof Dashboard>;

export const readDashboard = (): Dashboard =>
  Dashboard.parse(JSON.parse(readText('deploy/grafana/dashboard.json')));
