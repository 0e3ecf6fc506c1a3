import { Account } from '../state/World';

export function presentUser(account: Account, _origin: string) {
  return { id: account.id, login: account.login };
}
