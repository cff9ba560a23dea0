import { Pool } from 'undici';

export interface LoadResult {
  hits: number;
  seconds: number;
  hitsPerSecond: number;
}

/**
 * Sends `hits` requests over 64 connections and waits for every answer.
 *
 * @param path the path and query of the n-th request
 * @throws Error when an answer is not 200
 */
export async function load(url: string, hits: number, path: (n: number) => string): Promise<LoadResult> {
  const pool = new Pool(url, { connections: 64, pipelining: 1 });
  let next = 0;
  const started = performance.now();
  const lane = async (): Promise<void> => {
    while (next < hits) {
      const { statusCode, body } = await pool.request({ method: 'GET', path: path(next++) });
      await body.dump();
      if (statusCode !== 200) throw new Error(`${url} answered ${statusCode}, expected 200`);
    }
  };
  await Promise.all(Array.from({ length: 64 }, lane));
  const seconds = (performance.now() - started) / 1000;
  await pool.close();
  return { hits, seconds, hitsPerSecond: hits / seconds };
}
