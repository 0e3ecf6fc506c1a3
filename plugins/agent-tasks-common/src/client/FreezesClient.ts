import type {
  CreateFreezeRequest,
  Freeze,
  FreezeList,
  FreezeReport,
} from '../schemas';
import type { FreezesApi, RequestOptions } from './AgentTasksApi';
import { readJson, SendRequest } from './sendRequest';

/** The routes under `/v1/freezes`. */
export class FreezesClient implements FreezesApi {
  constructor(private readonly send: SendRequest) {}

  list(options?: RequestOptions): Promise<FreezeList> {
    return readJson(this.send({ path: ['freezes'] }, options));
  }

  get(id: string, options?: RequestOptions): Promise<FreezeReport> {
    return readJson(this.send({ path: ['freezes', id] }, options));
  }

  create(body: CreateFreezeRequest, options?: RequestOptions): Promise<Freeze> {
    return readJson(
      this.send({ method: 'POST', path: ['freezes'], body }, options),
    );
  }

  thaw(id: string, options?: RequestOptions): Promise<Freeze> {
    return readJson(
      this.send(
        { method: 'POST', path: ['freezes', id, 'thaw'], body: {} },
        options,
      ),
    );
  }
}
