// An OTLP receiver in a process of its own: prints its port, then one JSON line for each request it gets.
// RECEIVER_STATUS is what it answers; RECEIVER_REJECTED how many spans it says it refused; RECEIVER_SILENT=1 takes requests and never answers.
import { createServer } from 'node:http';
import { gunzipSync } from 'node:zlib';
import { fileURLToPath } from 'node:url';
import protobuf from 'protobufjs';

const root = protobuf.loadSync(fileURLToPath(new URL('otlp.proto', import.meta.url)));
const types = { '/v1/traces': 'TracesRequest', '/v1/metrics': 'MetricsRequest', '/v1/logs': 'LogsRequest' };
const status = Number(process.env.RECEIVER_STATUS ?? 200);
// ExportTraceServiceResponse { partial_success { rejected_spans } }
const rejected = Number(process.env.RECEIVER_REJECTED ?? 0);
const answer = rejected === 0 ? undefined : Buffer.from([0x0a, 2, 0x08, rejected]);
const isSilent = process.env.RECEIVER_SILENT === '1';

function hex(bytes) {
  return Buffer.from(bytes ?? []).toString('hex');
}

function value(any) {
  if (any.arrayValue) return any.arrayValue.values.map(value);
  if ('intValue' in any) return Number(any.intValue);
  return any.stringValue ?? any.boolValue ?? any.doubleValue;
}

function attributes(list) {
  return Object.fromEntries((list ?? []).map((each) => [each.key, value(each.value)]));
}

function spans(body) {
  return body.resourceSpans.flatMap((group) =>
    group.scopeSpans.flatMap(({ scope, spans: all }) =>
      all.map((span) => ({
        ...span,
        traceId: hex(span.traceId),
        spanId: hex(span.spanId),
        parentSpanId: hex(span.parentSpanId),
        attributes: attributes(span.attributes),
        events: (span.events ?? []).map((event) => ({ ...event, attributes: attributes(event.attributes) })),
        links: (span.links ?? []).map((link) => ({ traceId: hex(link.traceId), spanId: hex(link.spanId) })),
        resource: attributes(group.resource.attributes),
        scope,
      })),
    ),
  );
}

function logs(body) {
  return body.resourceLogs.flatMap((group) =>
    group.scopeLogs.flatMap(({ logRecords }) =>
      logRecords.map((record) => ({
        ...record,
        body: value(record.body),
        traceId: hex(record.traceId),
        spanId: hex(record.spanId),
        attributes: attributes(record.attributes),
        resource: attributes(group.resource.attributes),
      })),
    ),
  );
}

function metrics(body) {
  return body.resourceMetrics.flatMap((group) =>
    group.scopeMetrics.flatMap((scoped) =>
      scoped.metrics.map((metric) => {
        const data = metric.sum ?? metric.histogram;
        return {
          name: metric.name,
          unit: metric.unit,
          kind: metric.sum ? 'sum' : 'histogram',
          temporality: data.aggregationTemporality,
          points: data.dataPoints.map((point) => ({ ...point, attributes: attributes(point.attributes) })),
          resource: attributes(group.resource.attributes),
        };
      }),
    ),
  );
}

const plain = { '/v1/traces': spans, '/v1/metrics': metrics, '/v1/logs': logs };

function decode(path, headers, bytes) {
  const content = headers['content-encoding'] === 'gzip' ? gunzipSync(bytes) : bytes;
  if (headers['content-type'] === 'application/json') return JSON.parse(content.toString());
  const type = root.lookupType(types[path]);
  return plain[path](type.toObject(type.decode(content), { longs: Number }));
}

async function receive(request, response) {
  const parts = [];
  for await (const part of request) parts.push(part);
  const { headers, url } = request;
  const items = decode(url, headers, Buffer.concat(parts));
  process.stdout.write(`${JSON.stringify({ path: url, headers, items })}\n`);
  if (isSilent) return;
  response.writeHead(status, { 'content-type': headers['content-type'] }).end(answer);
}

const server = createServer((request, response) => void receive(request, response));
server.listen(0, '127.0.0.1', () =>
  process.stdout.write(`${JSON.stringify({ port: server.address().port })}\n`),
);
