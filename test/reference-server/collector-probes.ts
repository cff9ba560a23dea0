/** Events that between them use everything a fault of the collector can break. */
import fc from 'fast-check';
import { coreSample, wideSample } from '../../conformance/server/samples/samples.ts';
import { codeFor } from '../../conformance/server/snowplow/draw/groups.ts';
import { facts } from '../../generated/snowplow/2014-01/facts.ts';

/** Query and headers. */
export type Probe = readonly [query: string, headers: Readonly<Record<string, string>>];

const agent = { 'user-agent': 'Mozilla/5.0 (Windows NT 5.1; rv:23.0) Gecko/20100101 Firefox/23.0', cookie: 'sp=mine' };
const phone = { ...agent, 'user-agent': 'Mozilla/5.0 (Linux; Android 4.4.2; Nexus 5) Chrome/32.0.1700.99 Mobile' };
const page = 'url=http%3A%2F%2Fh%3A60000%2Fp';
const tags = '%26utm_source%3Ds%26utm_medium%3Dm%26utm_term%3Dt%26utm_content%3Dc';

const written: readonly Probe[] = [
  [
    'vp=1105x390&e=pv&p=web&page=a+b%2Bc%2541&url=http%3A%2F%2Fh%2Fa%2520b%3Futm_term%3Dt%26utm_content%3Dc%23f' +
      '&refr=http%3A%2F%2Fwww.google.com%2Fsearch%3Fq%3Dw&dtm=1361553733313&tz=UTC&aid=Shop&cookie=0&f_fla=0&f_wma=1' +
      '&ds=1x2&res=12345x1&uid=0123456789abcdef&vid=1&fp=3511643688&nuid=n1234567&ip=192.0.2.1&tv=+1+&lang=%F0%9F%99%82',
    agent,
  ],
  [
    'e=pv&url=http%3A%2F%2Fh%2F&refr=http%3A%2F%2Fh%2Fb&aid=other&nobody=1&uid=u&tid=abc',
    { ...agent, referer: 'http://g/' },
  ],
  ['e=pv&page=page&uid=u&p=iot&mac=m', { referer: 'http://g/' }],
  ['e=ad&p=iot&mac=m&uid=u', phone],
  ['e=pv&mac=m&uid=u&tid=t1', agent],
  ['e=pv&mac=m&uid=u&tid=t1', agent],
  ['e=pv&mac=m&uid=u&tid=t2', agent],
  ['e=pv&aid=a&tid=8', agent],
  ['e=pv&aid=a&tid=8', { 'user-agent': 'curl/7.30.0' }],
  ['e=pv&aid=a&tid=20', agent],
  ['e=pp&p=web&pp_mix=0&pp_max=2&pp_miy=3&pp_may=4&page=t', agent],
  ['e=ad&p=web&uid=u', agent],
  ...['1', '2', '3'].map((item): Probe => [`e=ti&ti_id=order-of-more-than-20-${item}&ti_sk=${item}`, agent]),
  ...['1', '2', '3'].map((item): Probe => [`e=ti&ti_id=o1&ti_sk=${item}&p=web`, agent]),
  ['e=tr&tr_id=o1&tr_tx=1', agent],
  ['e=tr&tr_id=order-of-more-than-20-letters', agent],
  ['e=ti&ti_id=order-of-more-than-20-other', agent],
  ['e=tr&p=web&tr_tt=19.990000001&tr_id=007&cookie=1&page=a=b', agent],
  ['e=ti&p=web&ti_pr=7.99&ti_sk=null', agent],
  ['e=se&p=web&se_ca=%C3%BC&se_la=%3Cb%3E&se_va=1e3', agent],
  ['e=se&se_ca=c&se_ac=a&se_la=l&se_pr=p', agent],
  ['e=se', agent],
  ['e=s&sn=n&sa=a&st=t&sp=p', agent],
  ['e=ue', agent],
  ['e=ue&p=web&ue_na=n&ue_px=eyJwIjoiw7w_Pz8-In0', agent],
  ['e=ue&p=web&ue_pr=%7B%22a%22%3A%7B%22b%22%3A1%7D%7D', agent],
  ['e=ue&p=web&ue_px=eyJhIjoxfQ', agent],
  ['e=ue&ue_na=n&ue_px=eyJhIjp7ImIiOjF9fSA=', agent],
  ['e=pv&vid=a&cd=b', agent],
  ['e=pv&p=web&f_pdf=10&vp=1x2.5', agent],
  ['e=pv&p=web&f_fla=1&f_java=1&f_pdf=1&f_dir=0&f_realp=1', agent],
  ['e=pv&p=web&f_fla=1&f_wma=1', agent],
  ['e=pv&p=web&vp=100x200', agent],
  ['e=pv&aid=one&tv=t', agent],
  ['e=pv&aid=two&tv=t', agent],
  ['e=pv&p=web&page=&zqx=1', agent],
  ['aid=a&cd=24&e=pv', { 'content-type': 'application/octet-stream' }],
  ['e=pv&page=a%20long%20title%20%252b', agent],
  ['e=pv&dtm=1434000000000&tz=Europe%2FLondon', agent],
  ['e=pv&ip=223.1.2.3', agent],
  [`e=pv&p=web&${page}%3Fa%3D1${tags}&refr=http%3A%2F%2Fother.example%3A8080%2Fx`, agent],
  [`e=pv&p=web&${page}&refr=http%3A%2F%2Fwww.bing.com%2Fsearch%3Fq%3Da%2Bb`, agent],
  ['e=pv&p=web&uid=u', {}],
  ['', agent],
];

/** Enough of one kind for the faults that strike one event in so many. */
const many: readonly Probe[] = [
  ...Array.from({ length: 30 }, (_, n): Probe => [`e=pv&p=web&uid=u&tid=number${n}`, agent]),
  ...Array.from({ length: 20 }, (_, n): Probe => ['e=pv&aid=a', n % 2 === 0 ? agent : phone]),
  ...Array.from({ length: 30 }, (): Probe => ['e=ad&aid=a', agent]),
];

const parameters = Object.values(facts.parameters);
const sampled = (name: string, draw: typeof coreSample, count: number): string[] => {
  const own = parameters.find((parameter) => parameter.name === name);
  const samples = own === undefined || own.columns.length === 0 ? undefined : draw(own, facts);
  return samples === undefined ? [] : fc.sample(samples, { numRuns: count, seed: 1 }).map(({ wire }) => wire);
};

/** One value of each parameter that a full event may carry. */
const everything = parameters
  .filter(({ name, status, columns }) => status === 'implemented' && columns.length > 0 && name !== 'e')
  .map(({ name }): readonly [string, string] => [
    name,
    name === 'cookie' ? '0' : (sampled(name, coreSample, 1)[0] ?? ''),
  ]);

function full(code: string, lacking?: string): Probe {
  const pairs = everything.filter(([name]) => name !== lacking);
  return [[['e', code], ['p', 'web'], ...pairs].map((pair) => pair.join('=')).join('&'), agent];
}

/** A page view with nothing but web-specific parameters. */
const web = parameters.filter(({ topic }) => topic === 'web').map(({ name }) => name);
const webOnly: Probe = [
  ['e=pv&p=web', ...everything.filter(([name]) => web.includes(name)).map((pair) => pair.join('='))].join('&'),
  agent,
];

export const probes: readonly Probe[] = [...written, ...many, full('pv'), full('pp'), webOnly];

/** Values of one parameter, usual and less usual, and a full event without it. */
export function probesOf(name: string): readonly Probe[] {
  const own = parameters.find((parameter) => parameter.name === name);
  if (own === undefined) return [];
  const wires = [...sampled(name, coreSample, 24), ...sampled(name, wideSample, 24)];
  const code = codeFor(own);
  return [
    ...wires.map((wire): Probe => [`e=${code}&p=web&uid=u&${name}=${wire}`, agent]),
    ...wires.map((wire): Probe => [`e=${code}&${name}=${wire}`, agent]),
    full('pv', name),
  ];
}
