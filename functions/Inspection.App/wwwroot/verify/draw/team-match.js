// Draws the inspectors (PROTOCOL.md section 7). Everyone who could serve earns the same share of each visit, whoever serves pays
// one visit, and the largest credit goes next; equal credits are told apart by a lot.
//
// A pair is one enterprise and one team of the notice. An inspector is of one department, so no pair touches the credits or the
// choice of another department's: each department is matched by itself.

import { bytesOf, compare } from '../values/bytes.js';
import { Refusal } from '../values/refusal.js';
import { digestSize } from '../values/sha256.js';
import { keyMessage, ticketInKey } from './formulas.js';

const visitPrice = 2 ** 32;

// Every pair moves a credit by at most 2^32, so up to so many pairs a number holds every credit exactly.
const mostPairs = 2 ** 20;

/** The teams of the selected and of the reserves, in the order given: for each {teams, uscc}, teams in the notice's order. */
export async function matchTeams(selected, reserves, inspectors, requests, work) {
  if ((selected.length + reserves.length) * requests.length > mostPairs)
    throw new Refusal(
      `需要配对的检查组超过 ${mostPairs} 个，浏览器不再能精确计算；请用命令行验证`,
      `more than ${mostPairs} teams are to be matched, which a browser cannot count exactly; verify with the command line`);
  const empty = lot => ({ teams: new Array(requests.length), uscc: lot.uscc });
  const visits = { selected: selected.map(empty), reserves: reserves.map(empty) };
  await work.begin('teams');
  for (const department of new Set(requests.map(request => request.department))) {
    const match = new DepartmentMatch(department, inspectors, requests);
    await match.serve(selected, visits.selected, work);
    await match.serve(reserves, visits.reserves, work);
  }
  return visits;
}

class DepartmentMatch {
  #inspectors;
  #requests;
  #recusedAt = new Map();

  constructor(department, inspectors, requests) {
    this.#inspectors = inspectors.filter(inspector => inspector.department === department).map(inspector => ({
      ...inspector, credit: 0, message: keyMessage(inspector.id), key: new Uint8Array(digestSize),
    }));
    this.#requests = requests
      .map((request, position) => ({ ...request, position }))
      .filter(request => request.department === department)
      .map(request => ({ ...request, qualified: this.#inspectors.filter(inspector => qualifies(inspector, request)) }));
    for (const inspector of this.#inspectors) {
      for (const uscc of inspector.recused)
        this.#recusedAt.set(uscc, [...this.#recusedFor(uscc), inspector]);
    }
  }

  /** Serves all pairs of these enterprises, in the protocol's order. */
  async serve(lots, visits, work) {
    const serving = lots.map(() => []);
    const pairs = this.#pairsOf(lots);
    await work.forEach(pairs.length, i => {
      const { lot, request, eligible } = pairs[i];
      visits[lot].teams[request.position] = this.#team(lots[lot], request, eligible, serving[lot]);
    });
  }

  /** Pairs by number eligible, ticket, code and position in the notice. */
  #pairsOf(lots) {
    const pairs = lots.flatMap((lot, at) => this.#requests.map(request => {
      const recused = this.#recusedFor(lot.uscc).filter(inspector => qualifies(inspector, request));
      return { lot: at, request, eligible: request.qualified.length - recused.length };
    }));
    return pairs.sort((one, other) => one.eligible - other.eligible
      || order(lots[one.lot].ticket, lots[other.lot].ticket)
      || order(lots[one.lot].uscc, lots[other.lot].uscc)
      || one.request.position - other.request.position);
  }

  #team(lot, request, eligible, serving) {
    const recused = this.#recusedFor(lot.uscc);
    const able = recused.length === 0 ? request.qualified : request.qualified.filter(inspector => !recused.includes(inspector));
    const share = eligible === 0 ? 0 : Math.floor(Math.min(request.size, eligible) * visitPrice / eligible);
    for (const inspector of able)
      inspector.credit += share;
    const ranked = rank(able.filter(inspector => !serving.includes(inspector)), 2 * request.size, bytesOf(lot.ticket));
    const taken = ranked.slice(0, request.size);
    for (const inspector of taken)
      inspector.credit -= visitPrice;
    serving.push(...taken);
    return {
      department: request.department,
      // Inspectors ascend by id, so their order in the list is the order of their ids.
      inspectors: request.qualified.filter(inspector => taken.includes(inspector)).map(inspector => inspector.id),
      shortage: request.size - taken.length,
      substitutes: ranked.slice(request.size).map(inspector => inspector.id),
    };
  }

  #recusedFor(uscc) {
    return this.#recusedAt.get(uscc) ?? [];
  }
}

/**
 * The first few by largest credit, then smallest key, then id. The credit of the last place is found first, and only who reaches
 * it is hashed.
 */
function rank(candidates, places, ticket) {
  const credits = Float64Array.from(candidates, candidate => candidate.credit).sort();
  const floor = credits[Math.max(0, credits.length - places)];
  const inReach = candidates.filter(candidate => candidate.credit >= floor);
  for (const candidate of inReach)
    candidate.message.put(ticketInKey, ticket).hashTo(candidate.key, 0);
  // The sort keeps the order of equals, which is that of their ids.
  return inReach
    .sort((one, other) => other.credit - one.credit || compare(one.key, 0, other.key, 0, digestSize))
    .slice(0, places);
}

const qualifies = (inspector, request) => request.skill === '' || inspector.skills.includes(request.skill);

const order = (one, other) => (one < other ? -1 : one > other ? 1 : 0);
