// What records say of each class: {class, quota, threshold}, in the notice's order (PROTOCOL.md section 8).

import { mostEnterprises } from '../values/limits.js';

export const readOutcomes = json => json.array(item => {
  item.beginObject();
  const outcome = {
    class: item.key('class').riskClass(),
    quota: item.key('quota').integer('quota', 0, mostEnterprises),
    threshold: item.key('threshold').digestOrEmpty('threshold'),
  };
  item.endObject();
  return outcome;
});
