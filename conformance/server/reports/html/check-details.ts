import type { CheckResult, ShownRequest } from '../../../../generated/files/report.ts';
import { differencesOf } from '../difference.ts';
import { type Markup, markup } from '../markup.ts';
import { counted, statuses } from '../verdict.ts';
import { visible, visibleLines } from '../visible.ts';
import { differenceTable } from './difference-table.ts';
import { mark } from './marks.ts';

/** One check within an opened requirement: why, what was sent, what differs, how to repeat it. */
export function checkDetails({ id, status, runs, reason, counterexample, reproduce }: CheckResult): Markup {
  const experiment = id.split('/')[0] ?? id;
  return markup`<article class="check">
<h3>${mark(status)}<span>${statuses[status]}</span> in <code>${visible(experiment)}</code> <small>${counted(runs, 'case')}</small></h3>
${reason ? markup`<p class="reason">${visible(reason)}</p>` : undefined}
${
  counterexample &&
  markup`<h4>Expected and stored</h4>
${differencesOf(counterexample).map(differenceTable)}${counterexample.expected.length + counterexample.stored.length === 0 ? markup`<p>It is about the answer, not about what was stored.</p>` : undefined}
<h4>Sent${counterexample.shrinks > 0 ? ` (made smaller in ${counted(counterexample.shrinks, 'step')})` : ''}</h4>
${counterexample.requests.map(request)}`
}
${reproduce && markup`<h4>Repeat it</h4>${copied('with curl', reproduce.curl)}${copied('with beaconform', reproduce.command)}`}
</article>`;
}

/** A request with each parameter on a line of its own. */
function request({ method, url, headers, body }: ShownRequest): Markup {
  const [address = '', ...query] = url.split('?');
  const parameters = query.length > 0 ? query.join('?').split('&') : [];
  return markup`<pre class="request"><b>${visible(method)} ${visible(address)}</b>${parameters.map(
    (parameter, index) => markup`
  <i>${index === 0 ? '?' : '&'}</i>${pair(parameter)}`,
  )}${Object.entries(headers).map(
    ([name, value]) => markup`
<u>${visible(name)}:</u> ${visible(value)}`,
  )}${
    body === undefined
      ? undefined
      : markup`

${visibleLines(body)}`
  }</pre>`;
}

function pair(parameter: string): Markup {
  const [name = '', ...value] = parameter.split('=');
  return markup`<em>${visible(name)}</em>${value.length > 0 ? `=${visible(value.join('='))}` : ''}`;
}

/** Text to take along. What a shell would not get unharmed through a clipboard is shown in escapes, and said so. */
function copied(title: string, text: string): Markup {
  const shown = visibleLines(text);
  const warning =
    shown === text ? undefined : markup`<p class="warning">Some characters are shown as escapes here.</p>`;
  return markup`<div class="copied"><p><span>${title}</span> <button type="button" class="copy">Copy</button></p><pre>${shown}</pre>${warning}</div>`;
}
