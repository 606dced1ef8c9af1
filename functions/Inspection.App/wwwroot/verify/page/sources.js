// Where the files come from: the service's public files of a draw, and what the reader chose.

import { parseCertificate } from '../documents/certificate.js';
import { Refusal } from '../values/refusal.js';

/** The public files of a draw, whichever are public yet. */
export async function filesOfDraw(api, id) {
  const draw = `${api}/${encodeURIComponent(id)}`;
  const status = JSON.parse(new TextDecoder().decode(await fetchBytes(`${draw}/status`)));
  if (!status.drawnAt)
    return [{ name: 'notice.json', bytes: await fetchBytes(`${draw}/notice`) }];
  const files = [{ name: 'public.json', bytes: await fetchBytes(draw) }];
  if (status.isListPublic)
    files.push({ name: 'membership.json', bytes: await fetchBytes(`${draw}/membership`) });
  return files;
}

/** A certificate with the public files of its draw. */
export async function filesOfCertificate(api, file) {
  const certificate = { name: 'certificate.json', bytes: await bytesOfFile(file) };
  const { drawId } = parseCertificate(certificate.bytes);
  return [...await filesOfDraw(api, drawId), certificate];
}

/** Files as the reader chose or dropped them. */
export const filesChosen = files =>
  Promise.all([...files].map(async file => ({ name: file.name, bytes: await bytesOfFile(file) })));

const bytesOfFile = async file => new Uint8Array(await file.arrayBuffer());

async function fetchBytes(address) {
  let answer;
  try {
    answer = await fetch(address);
  } catch (error) {
    if (!(error instanceof TypeError))
      throw error;
    throw new Refusal(
      '没有连接到网络。请先下载公开记录，再在“核对手中的文件”里选择它。',
      'There is no network. Choose a public record that you downloaded before, under “Files that I have”.');
  }
  if (answer.status === 404)
    throw new Refusal('本服务没有这次抽取的公开记录。', 'This service has no public record of that draw.');
  if (!answer.ok)
    throw new Refusal(
      `服务暂时没有回答（${answer.status}），请稍后再试。`,
      `The service did not answer (${answer.status}); try again later.`);
  return new Uint8Array(await answer.arrayBuffer());
}
