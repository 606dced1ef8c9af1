// What the page says while it works, in the language that the page is in.

import { both } from '../values/refusal.js';

const language = document.documentElement.lang.startsWith('zh') ? 'zh' : 'en';

/** The one of two texts that this reader wants. */
export const say = words => words[language];

const phases = {
  loading: both('正在载入核对程序', 'Loading the verifier'),
  fetching: both('正在取来公开文件', 'Fetching the public files'),
  reading: both('正在读取文件', 'Reading the files'),
  roster: both('正在重算底册上每一户的封印', "Recomputing everybody's seal on the roster"),
  tickets: both('正在重算每一户的签号', "Recomputing everybody's ticket"),
  teams: both('正在重新选派检查人员', 'Matching the inspectors anew'),
  checks: both('正在逐项比对', 'Comparing point by point'),
};

export const phase = name => say(phases[name]);

export const said = {
  ready: both('核对程序已全部载入：断开网络也能核对手中的文件。', 'The verifier is loaded: files at hand can be verified without a network.'),
  stopped: both('核对已停止，没有结果。', 'The verification was stopped; there is no result.'),
  failedToLoad: both(
    '核对程序没有载入。请检查网络后重新打开本页，或用命令行核对。',
    'The verifier did not load. Check the network and open this page again, or verify with the command line.'),
};

/** One sentence for a whole report. */
export function summaryOf(report) {
  const count = status => report.filter(check => check.status === status).length;
  const [passed, failed, rest] = ['passed', 'failed', 'not-possible'].map(count);
  if (failed > 0)
    return both(`${failed} 项不符：这次抽取或这些文件有问题`, `${failed} failed: something is wrong with this draw or these files`);
  return passed === 0
    ? both('手中的文件不足以核对任何一项', 'With these files nothing could be checked')
    : both(`${passed} 项全部通过，${rest} 项无法核对`, `All ${passed} that were possible passed; ${rest} were not possible`);
}
