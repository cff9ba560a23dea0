// Plain JavaScript that an old Node can still read, so that it can say what is wrong instead of a stack trace.
const [major, minor] = process.versions.node.split('.').map(Number);
const supported = (major === 22 && minor >= 18) || major === 24 || major >= 26;
if (!supported) {
  process.stderr.write(
    `beaconform: this is Node ${process.versions.node}, but Node 22.18 or later of 22, 24, or 26 and later is needed: ` +
      'install one, or run `npx -p node@24 -p beaconform beaconform`.\n',
  );
  process.exit(2);
}
