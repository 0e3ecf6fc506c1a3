import { AgentTasksError } from '@agent-tasks/backstage-plugin-agent-tasks-common';
import {
  BackstageCredentials,
  HttpAuthService,
} from '@backstage/backend-plugin-api';
import { Request } from 'express';
import { Callers } from '../../access/caller/Callers';
import { Caller } from '../../access/caller/Caller';

/** Who sends a request. Backstage's own barrier would answer without a code, so it is asked here. */
export async function callerOf(
  request: Request,
  requestId: string,
  { httpAuth, callers }: { httpAuth: HttpAuthService; callers: Callers },
): Promise<Caller> {
  const credentials = await credentialsOf(request, httpAuth);
  return callers.callerOf(credentials, { requestId, request });
}

async function credentialsOf(
  request: Request,
  httpAuth: HttpAuthService,
): Promise<BackstageCredentials> {
  try {
    return await httpAuth.credentials(request, { allow: ['user', 'service'] });
  } catch (error) {
    const { name } = error as Error;
    if (name === 'AuthenticationError') {
      throw new AgentTasksError('NOT_AUTHENTICATED');
    }
    if (name === 'NotAllowedError') {
      throw new AgentTasksError('PERMISSION_DENIED');
    }
    throw error;
  }
}
