/** The calibration: a bare `node:http` server that answers the same GIF and does nothing else. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { speakMeasured } from './measured.ts';

const gif = Buffer.from('R0lGODlhAQABAIAAAAAAAAAAACH5BAEAAAAALAAAAAABAAEAAAICRAEAOw==', 'base64');
const server = createServer((_request, answer) => {
  answer.writeHead(200, { 'Content-Type': 'image/gif', 'Content-Length': gif.length }).end(gif);
});
server.listen(0, '127.0.0.1', () => speakMeasured(`http://127.0.0.1:${(server.address() as AddressInfo).port}`));
process.on('SIGTERM', () => process.exit(0));
