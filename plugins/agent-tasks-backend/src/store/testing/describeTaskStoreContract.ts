import { describeAdmission } from './contract/describeAdmission';
import { describeBreakers } from './contract/describeBreakers';
import { describeClaims } from './contract/describeClaims';
import { describeEffects } from './contract/describeEffects';
import { describeFreezes } from './contract/describeFreezes';
import { describeHints } from './contract/describeHints';
import { describeIdentities } from './contract/describeIdentities';
import { describeKeeping } from './contract/describeKeeping';
import { describeRecord } from './contract/describeRecord';
import { describeSave } from './contract/describeSave';
import { describeSubmit } from './contract/describeSubmit';
import { OpenStore } from './StoreSubject';

/** What every task store promises, whatever it is made of. Each test opens an empty one. */
export function describeTaskStoreContract(open: OpenStore): void {
  describeSubmit(open);
  describeSave(open);
  describeRecord(open);
  describeClaims(open);
  describeHints(open);
  describeAdmission(open);
  describeFreezes(open);
  describeBreakers(open);
  describeEffects(open);
  describeIdentities(open);
  describeKeeping(open);
}
