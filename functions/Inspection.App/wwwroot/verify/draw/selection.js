// Draws the enterprises (PROTOCOL.md section 6). Everybody on the roster holds a lot, the ticket; of each class the smallest
// tickets are drawn, as many as its quota, and the next ones stand in reserve.

import { bytesOf, compare, hexOf } from '../values/bytes.js';
import { Refusal } from '../values/refusal.js';
import { digestSize } from '../values/sha256.js';
import { saltInTicket, saltSize, ticketMessage } from './formulas.js';
import { computeQuotas } from './quotas.js';

/** Classes with quota and threshold, selected and reserves, as the record has them. */
export async function select(roster, salts, seed, sampling, reserve, work) {
  const tickets = await computeTickets(roster, salts, seed, work);
  const quotas = computeQuotas(sampling, seed);
  const [classes, selected, reserves] = [[], [], []];
  sampling.classes.forEach((c, i) => {
    const quota = quotas[i];
    const lots = quota === 0 ? [] : smallest(roster, tickets, c.class, quota + reserve);
    selected.push(...lots.slice(0, quota));
    reserves.push(...lots.slice(quota));
    classes.push({ class: c.class, quota, threshold: quota === 0 ? '' : lots[quota - 1].ticket });
  });
  selected.sort((one, other) => (one.ticket < other.ticket ? -1 : 1));
  selected.forEach((lot, i) => i > 0 && refuseEqual(selected[i - 1], lot));
  return { classes, selected, reserves };
}

async function computeTickets(roster, salts, seed, work) {
  const tickets = new Uint8Array(digestSize * roster.size);
  const ticket = ticketMessage(bytesOf(seed));
  await work.begin('tickets');
  await work.forEach(roster.size, i =>
    ticket.put(saltInTicket, salts, digestSize * i, saltSize).hashTo(tickets, digestSize * i));
  return tickets;
}

/** The lots of a class with the smallest tickets, ascending. */
function smallest(roster, tickets, riskClass, wanted) {
  const position = roster.classes.findIndex(c => c.class === riskClass);
  const members = [];
  for (let i = 0; i < roster.size; i++) {
    if (roster.classOf[i] === position)
      members.push(i);
  }
  members.sort((one, other) => compare(tickets, digestSize * one, tickets, digestSize * other, digestSize));
  const lots = members.slice(0, wanted).map(i => ({
    class: riskClass,
    ticket: hexOf(tickets, digestSize * i, digestSize * (i + 1)),
    uscc: roster.codeAt(i),
  }));
  lots.forEach((lot, i) => i > 0 && refuseEqual(lots[i - 1], lot));
  return lots;
}

/** Which of two equal tickets comes first would be anybody's choice. */
function refuseEqual(one, other) {
  if (one.ticket === other.ticket)
    throw new Refusal(
      `${one.uscc} 与 ${other.uscc} 的签号同为 ${one.ticket}：抽取中止`,
      `${one.uscc} and ${other.uscc} hold the same ticket ${one.ticket}: the draw stops`);
}
