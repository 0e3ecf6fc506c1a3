import { cpus, platform, release, totalmem } from 'node:os';

/** Where figures were measured: without it they mean nothing. */
export interface Machine {
  cpu: string;
  cores: number;
  memoryGiB: number;
  system: string;
  node: string;
  /** Versions of what stored the tasks, by name. */
  databases: Record<string, string>;
}

export function describeMachine(databases: Record<string, string>): Machine {
  const cores = cpus();
  return {
    cpu: cores[0]?.model.trim() || 'unknown',
    cores: cores.length,
    memoryGiB: Math.round(totalmem() / 2 ** 30),
    system: `${platform()} ${release()}`,
    node: process.versions.node,
    databases,
  };
}

export function machineLine(machine: Machine): string {
  const { cpu, cores, memoryGiB, node, databases } = machine;
  return [
    `${cpu}, ${cores} cores, ${memoryGiB} GiB`,
    `Node ${node}`,
    ...Object.entries(databases).map(([name, version]) => `${name} ${version}`),
  ].join(' · ');
}
