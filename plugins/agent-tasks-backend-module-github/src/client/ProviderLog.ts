import { LoggerService } from '@backstage/backend-plugin-api';
import { ProviderCredential } from '@agent-tasks/backstage-plugin-agent-tasks-node';
import { Exchange } from '../verdict/Exchange';
import { requestIdOf } from '../verdict/requestIdOf';
import { Call } from './Call';

/**
 * One line per write and per failed read, found by the portal's task that it was for. The messages
 * are fixed, and the fields are identifiers and words of ours: never a token, a prompt, a body or a
 * text of the other side.
 */
export class ProviderLog {
  constructor(private readonly logger: LoggerService) {}

  write(
    call: Call,
    credential: ProviderCredential,
    exchange: Exchange,
    verdict: string,
  ): void {
    this.logger.info(
      'Agent provider write',
      fieldsOf(call, credential, exchange, verdict),
    );
  }

  failedRead(
    call: Call,
    credential: ProviderCredential,
    exchange: Exchange,
    verdict: string,
  ): void {
    this.logger.warn(
      'Agent provider read failed',
      fieldsOf(call, credential, exchange, verdict),
    );
  }
}

function fieldsOf(
  call: Call,
  credential: ProviderCredential,
  exchange: Exchange,
  verdict: string,
) {
  const { taskId: providerTaskId, repository, operation } = call;
  const { forTask: taskId } = credential;
  const requestId = requestIdOf(exchange);
  return {
    ...(taskId && { taskId }),
    ...(providerTaskId && { providerTaskId }),
    ...(repository && { repository: `${credential.host}/${repository}` }),
    identity: credential.identityId,
    operation,
    ...(exchange.status && { status: exchange.status }),
    ...(requestId && { requestId }),
    verdict,
    ms: exchange.endedAt - exchange.startedAt,
  };
}
