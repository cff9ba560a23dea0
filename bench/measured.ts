/** The other end of `child.ts`: tells the URL once, then the usage each time it is asked. */
export function speakMeasured(url: string): void {
  process.on('message', () => {
    const { user, system } = process.cpuUsage();
    process.send?.({ cpuSeconds: (user + system) / 1e6, residentBytes: process.memoryUsage.rss() });
  });
  process.send?.(url);
}
