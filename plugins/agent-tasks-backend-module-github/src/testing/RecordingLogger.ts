import { LoggerService } from '@backstage/backend-plugin-api';

/** Keeps every line with its fields, at every level. */
export class RecordingLogger implements LoggerService {
  readonly lines: { level: string; message: string; fields: unknown }[] = [];

  error = this.#level('error');
  warn = this.#level('warn');
  info = this.#level('info');
  debug = this.#level('debug');

  child(): LoggerService {
    return this;
  }

  #level(level: string) {
    return (message: string, fields?: unknown) => {
      this.lines.push({ level, message, fields });
    };
  }
}
