/** A reference server in a process of its own: `node serving-process.ts DATABASE [PORT]` tells its URL to its parent. */
import { startServer } from '../../reference-server/server.ts';

const [database = ':memory:', port = '0'] = process.argv.slice(2);
const server = await startServer({ port: Number(port), host: '127.0.0.1', database, records: true, token: 'token' });
process.on('SIGTERM', () => {
  void server.close().then(() => process.exit(0));
});
process.send?.(server.url);
