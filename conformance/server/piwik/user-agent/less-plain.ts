/** Browsers that do not simply say who they are, by the codes of the servers of the day. */
import { type Probe, questions } from '../ledger/probe.ts';
import { get, wireOf } from '../request/hit.ts';
import { page, viewing } from '../request/page.ts';
import { hitOf, person } from '../request/person.ts';
import { holds } from '../row/cells.ts';
import { of, row } from '../row/rows.ts';

const requirement = 'piwik.user-agent.less-plain';

function named(agent: string, name: string, version: string, system?: string): Probe {
  return (identity, target) => {
    const who = person(0, identity);
    return {
      requests: [get(hitOf(who, target, [...viewing(page(0, identity)), ['ua', wireOf(agent)]]))],
      expected: [
        row('log_visit', 'visit', of(who), requirement, {
          config_browser_name: holds(name, requirement),
          config_browser_version: holds(version, requirement),
          ...(system === undefined ? {} : { config_os: holds(system, requirement) }),
        }),
      ],
    };
  };
}

function webkit(build: string, rest = ''): string {
  return `Mozilla/5.0 (X11; U; Linux x86_64; en-us) AppleWebKit/${build} (KHTML, like Gecko)${rest}`;
}

function held(device: string, system: string): Probe {
  const agent = `Mozilla/5.0 (${device}; CPU OS 7_0 like Mac OS X) AppleWebKit/537.51.1 (KHTML, like Gecko) Version/7.0 Mobile/11A465 Safari/9537.53`;
  return named(agent, 'SF', '7.0', system);
}

const probed = questions({
  id: 'piwik.user-agent-less-plain',
  requirements: [requirement],
  probes: {
    Safari: named(
      'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_9_1) AppleWebKit/537.73.11 (KHTML, like Gecko) Version/7.0.1 Safari/537.73.11',
      'SF',
      '7.0',
    ),
    'built on Chrome': named(
      'Mozilla/5.0 (Windows NT 6.1) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/31.0.1650.63 Safari/537.36 OPR/18.0.1284.68',
      'CH',
      '31.0',
    ),
    'version on WebKit': named(webkit('538.1', ' Version/6.1'), 'SF', '6.1'),
    'build of Safari 7': named(webkit('537'), 'SF', '7.0'),
    'build of Safari 6': named(webkit('536.26'), 'SF', '6.0'),
    'build of Safari 5': named(webkit('533'), 'SF', '5.0'),
    'build of Safari 4': named(webkit('531.2'), 'SF', '4.0'),
    'build of Safari 3': named(webkit('522.11'), 'SF', '3.0'),
    'build of Safari 2': named(webkit('419.3'), 'SF', '2.0'),
    'build of Safari 1': named(webkit('85.7'), 'SF', '1.0'),
    iPad: held('iPad', 'IPA'),
    iPhone: held('iPhone', 'IPH'),
    iPod: held('iPod', 'IPD'),
    'older Windows': named('Mozilla/4.0 (compatible; MSIE 8.0; Windows NT 5.1; Trident/4.0)', 'IE', '8.0', 'WXP'),
    'Mozilla alone': named('Mozilla/4.75 [en] (X11; U; Linux 2.2.16 i686)', 'NS', '4.75'),
    'no version': named('Opera', 'UNK', ''),
    nobody: named('nobody', 'UNK', '', 'UNK'),
  },
});

/** Whoever reads agents in another way altogether fails elsewhere, too, and is named there. */
export const lessPlainAgents = { ...probed, broad: true as const };
