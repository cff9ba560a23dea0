/** The reference server on the database named by the first argument. */
import { startServer } from '../reference-server/server.ts';
import { speakMeasured } from './measured.ts';

const server = await startServer({
  port: 0,
  host: '127.0.0.1',
  database: process.argv[2] ?? ':memory:',
  records: true,
  token: '0123456789abcdef0123456789abcdef',
  testHeaders: true,
});
process.on('SIGTERM', () => void server.close().then(() => process.exit(0)));
speakMeasured(server.url);
