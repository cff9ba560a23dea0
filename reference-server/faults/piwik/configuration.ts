/** Faults of telling computers apart. */
import { createHash } from 'node:crypto';
import type { Parts } from '../../piwik/parts.ts';
import type { Fault } from '../fault.ts';
import { withPart } from './replace.ts';

type Arguments = Parameters<Parts['configurationId']>;

/** The id of a configuration in which one component has always the same value. */
function blind(
  name: string,
  component: string,
  change: (...[browser, flags, address, language]: Arguments) => Arguments,
): Fault<Parts> {
  return {
    id: `piwik.configuration.without-${name}`,
    requirement: `piwik.configuration.${name}`,
    description: `The configuration of a visitor leaves out ${component}.`,
    apply: (parts) =>
      withPart(
        parts,
        'configurationId',
        (sound) =>
          (...given) =>
            sound(...change(...given)),
      ),
  };
}

/** Puts some resolutions into the id of the configuration. */
function withResolution(parts: Parts, isHeld: (resolution: string) => boolean): Parts {
  return withPart(parts, 'computerOf', (sound) => (tracking, hit) => {
    const computer = sound(tracking, hit);
    const resolution = hit.parameters.text('res') ?? '';
    if (!isHeld(resolution)) return computer;
    const whole = `${computer.configId}${resolution}`;
    return { ...computer, configId: createHash('md5').update(whole).digest('hex').slice(0, 16) };
  });
}

export const configurationFaults: readonly Fault<Parts>[] = [
  blind('operating-system', 'the operating system', (browser, ...rest) => [{ ...browser, config_os: '' }, ...rest]),
  blind('browser', 'the browser and its version', (browser, ...rest) => [
    { ...browser, config_browser_name: '', config_browser_version: '' },
    ...rest,
  ]),
  blind('browser-version', 'the version of the browser', (browser, ...rest) => [
    { ...browser, config_browser_version: '' },
    ...rest,
  ]),
  blind('language', 'the language that a visitor prefers', (browser, flags, address, language) => [
    browser,
    flags,
    address,
    language.replace(/^[^,]*/, ''),
  ]),
  blind('address', 'the address', (browser, flags, _address, language) => [browser, flags, [], language]),
  blind('plugins', 'the plugins', (browser, _flags, address, language) => [
    browser,
    {} as Arguments[1],
    address,
    language,
  ]),
  {
    id: 'piwik.configuration.whole-digest',
    requirement: 'piwik.configuration.id',
    description: 'The whole digest of 16 bytes is the id of a configuration.',
    apply: (parts) =>
      withPart(parts, 'configurationId', (sound) => (...given) => {
        return createHash('md5')
          .update(sound(...given))
          .digest('hex');
      }),
  },
  {
    id: 'piwik.configuration.with-resolution',
    requirement: 'piwik.configuration.not-resolution',
    description: 'The configuration of a visitor holds the resolution.',
    apply: (parts) => withResolution(parts, () => true),
  },
  {
    id: 'piwik.configuration.with-wide-resolution',
    requirement: 'piwik.configuration.not-resolution',
    description: 'The configuration of a visitor holds the resolution when that is more than 3950 pixels wide.',
    rare: true,
    apply: (parts) => withResolution(parts, (resolution) => Number.parseInt(resolution, 10) > 3950),
  },
];
