/** Requests as the browser clients of the time send them: some 30 parameters of Snowplow, 25 of Piwik. */

const flags = 'f_pdf=1&f_qt=0&f_realp=0&f_wma=0&f_dir=0&f_fla=1&f_java=0&f_gears=0&f_ag=0';
const plugins = 'pdf=1&qt=0&realp=0&wma=0&dir=0&fla=1&java=0&gears=0&ag=0&cookie=1';

/** The n-th page view, each of another user, on one of 1,000 pages. */
export function snowplowHit(n: number): string {
  const page = n % 1000;
  return `/i?e=pv&page=Page%20${page}&dtm=${1_390_212_000_000 + n}&tid=${100_000 + (n % 900_000)}&vp=1280x720&ds=2508x3305&vid=1&duid=${hex(n)}&p=web&tv=js-0.13.1&fp=3729419085&aid=bench&lang=en-GB&cs=UTF-8&tz=Europe%2FLondon&refr=http%3A%2F%2Fexample.org%2F&${flags}&res=1280x720&cd=24&cookie=1&url=http%3A%2F%2Fexample.com%2Fp%2F${page}%3Fq%3D1`;
}

/** The n-th page view; every ten of them are one visitor's. */
export function piwikHit(n: number): string {
  const page = n % 1000;
  return `/piwik.php?action_name=Page%20${page}&idsite=1&rec=1&r=${n}&h=20&m=40&s=36&url=http%3A%2F%2Fexample.org%2Fp%2F${page}&urlref=http%3A%2F%2Fexample.com%2F&_id=${hex(Math.floor(n / 10))}&_idts=1390212000&_idvc=1&_idn=1&_refts=0&_viewts=1390212000&${plugins}&res=1280x720&gt_ms=60`;
}

function hex(n: number): string {
  return (0x1000_0000 + n).toString(16).padStart(16, 'a');
}
