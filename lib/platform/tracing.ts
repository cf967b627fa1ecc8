import 'server-only'
import { SpanStatusCode, trace } from '@opentelemetry/api'
import { Refused } from './refusal'

const wanted = () => process.env.OTEL_EXPORTER_OTLP_ENDPOINT || process.env.OTEL_EXPORTER_OTLP_TRACES_ENDPOINT

/**
 * Sends traces by OTLP over HTTP when OpenTelemetry's own variables say where (OTEL_EXPORTER_OTLP_ENDPOINT); else nothing is loaded.
 * Answers what ends it: the last spans are sent before it resolves.
 */
export async function startTracing(): Promise<() => Promise<void>> {
  if (!wanted()) return async () => {}
  const [{ OTLPTraceExporter }, { resourceFromAttributes }, sdk] = await Promise.all([
    import('@opentelemetry/exporter-trace-otlp-http'),
    import('@opentelemetry/resources'),
    import('@opentelemetry/sdk-trace-node'),
  ])
  const provider = new sdk.NodeTracerProvider({
    resource: resourceFromAttributes({ 'service.name': process.env.OTEL_SERVICE_NAME ?? 'aida-data-hub-portal' }),
    spanProcessors: [new sdk.BatchSpanProcessor(new OTLPTraceExporter())],
  })
  provider.register()
  return () => provider.shutdown()
}

/** Notes a code on the span that is open now, if any. */
export const noteOnSpan = (name: string, value: string): void => {
  trace.getActiveSpan()?.setAttribute(name, value)
}

/** Runs `act` in a span of its own; a refusal is noted by its code, only a fault marks the span as failed. */
export function traced<Result>(name: string, act: () => Promise<Result>): Promise<Result> {
  return trace.getTracer('portal').startActiveSpan(name, async (span) => {
    try {
      return await act()
    } catch (error) {
      if (error instanceof Refused) span.setAttribute('portal.refusal', error.refusal.code)
      else span.setStatus({ code: SpanStatusCode.ERROR })
      throw error
    } finally {
      span.end()
    }
  })
}
