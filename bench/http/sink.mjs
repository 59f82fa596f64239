// An OTLP endpoint that only counts, so that every server pays for exporting and none for storing.
import { createServer } from 'node:http';

let bytes = 0;
let requests = 0;
const server = createServer((request, response) => {
  if (request.url === '/count') {
    response.end(JSON.stringify({ bytes, requests }));
    bytes = requests = 0;
    return;
  }
  requests += 1;
  request.on('data', (chunk) => (bytes += chunk.length));
  request.on('end', () => response.end());
});
server.listen(0, '127.0.0.1', () => console.log(`listening ${server.address().port}`));
