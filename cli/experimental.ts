/**
 * Node warns on each start that `node:sqlite` is experimental; people would read it as a fault of theirs.
 * Every other warning stays.
 */
export function quietExperimentalWarnings(): void {
  const listeners = process.listeners('warning');
  process.removeAllListeners('warning');
  process.on('warning', (warning) => {
    if (warning.name === 'ExperimentalWarning') return;
    for (const listener of listeners) listener(warning);
  });
}
