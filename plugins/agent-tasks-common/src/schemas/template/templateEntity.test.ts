import { describeViolations } from '../violations';
import {
  AgentTaskTemplateEntity,
  agentTaskTemplateEntitySchema,
} from './templateEntity';

const full = {
  apiVersion: 'agent-tasks.backstage.io/v1alpha1' as const,
  kind: 'AgentTaskTemplate' as const,
  metadata: {
    name: 'dependency-bump',
    title: 'Upgrade a dependency',
    tags: ['maintenance'],
    annotations: { 'backstage.io/managed-by-location': 'url:x' },
  },
  spec: {
    owner: 'group:default/platform',
    type: 'dependency-bump',
    version: '1.2.0',
    lifecycle: 'production' as const,
    appliesTo: { kind: 'Component', 'spec.type': ['service', 'website'] },
    parameters: {
      type: 'object' as const,
      required: ['dependency'],
      properties: { dependency: { type: 'string', 'ui:autofocus': true } },
      additionalProperties: false,
    },
    context: ['codeowners', 'packageManager', 'testCommands'],
    prompt: 'Upgrade {{ parameters.dependency }} in {{ repository.slug }}.',
    scope: {
      files: ['package.json', 'yarn.lock', 'src/**', 'a/{b,c}/[d-f]*.ts'],
      commands: ['yarn test'],
      maxFiles: 50,
      maxLines: 1000,
    },
    stop: ['a public interface would change'],
    run: {
      model: 'auto',
      customAgent: null,
      baseRef: 'default',
      pullRequest: true,
      timeout: 'PT1H',
      labels: ['agent'],
      reviewers: 'owner',
    },
    success: 'checks',
    requiredChecks: ['ci/test'],
    evidence: { required: ['tests', 'gaps'] },
    approval: 'policy',
    routing: {
      remindAfter: 'PT4H',
      escalateAfter: 'P1D',
      escalateTo: 'group:default/platform',
    },
    onEnd: {
      failed: { to: 'group:default/platform', remindAfter: 'P1D' },
      timedOut: { suggestion: 'Narrow the scope.' },
    },
    rollback: ['close-pull-request'],
    estimate: { credits: 120, minutes: 10 },
  },
};

const { owner, type, version, lifecycle, parameters, prompt } = full.spec;
const required = { owner, type, version, lifecycle, parameters, prompt };

function problems(spec: Record<string, unknown>): string {
  const result = agentTaskTemplateEntitySchema.safeParse({ ...full, spec });
  return result.success ? '' : describeViolations(result.error);
}

describe('the kind AgentTaskTemplate', () => {
  it('takes the template that the design shows', () => {
    const entity: AgentTaskTemplateEntity =
      agentTaskTemplateEntitySchema.parse(full);
    expect(entity).toEqual(full);
  });

  it('takes a template with nothing but what is required', () => {
    expect(problems(required)).toBe('');
  });

  it.each(Object.keys(required))('asks for spec.%s', field => {
    expect(problems({ ...required, [field]: undefined })).toMatch(
      new RegExp(`^spec\\.${field} must be `),
    );
  });

  it('is of this kind and version', () => {
    const result = agentTaskTemplateEntitySchema.safeParse({
      ...full,
      apiVersion: 'backstage.io/v1alpha1',
      kind: 'Template',
    });
    expect(describeViolations(result.error!)).toBe(
      'apiVersion must be agent-tasks.backstage.io/v1alpha1; kind must be AgentTaskTemplate',
    );
  });

  it.each([
    [
      { version: 'v1.2' },
      'spec.version must be a semantic version such as 1.2.0',
    ],
    [
      { version: '01.2.0' },
      'spec.version must be a semantic version such as 1.2.0',
    ],
    [
      { owner: 'Platform' },
      'spec.owner must be a full lower-case reference such as component:default/payments-api',
    ],
    [
      { type: 'Dependency Bump' },
      'spec.type must be a lower-case word such as dependency-bump',
    ],
    [
      { lifecycle: 'beta' },
      'spec.lifecycle must be one of experimental, production, retired',
    ],
    [{ parameters: { type: 'array' } }, 'spec.parameters.type must be object'],
    [{ prompt: '  ' }, 'spec.prompt must be at least 1 character'],
    [
      { prompt: 'x'.repeat(30_001) },
      'spec.prompt must be at most 30000 characters',
    ],
    [
      { run: { timeout: '1h' } },
      'spec.run.timeout must be an ISO 8601 duration such as PT4H or P14D',
    ],
    [
      { run: { timeout: 'PT0S' } },
      'spec.run.timeout must be an ISO 8601 duration such as PT4H or P14D',
    ],
    [
      { run: { reviewers: 'ana' } },
      'spec.run.reviewers must be owner, or a list of references',
    ],
    [
      { routing: { escalateTo: 'platform' } },
      'spec.routing.escalateTo must be a full lower-case reference such as component:default/payments-api',
    ],
    [
      { scope: { files: ['src/**', '../other/**'] } },
      'spec.scope.files.1 must be a file pattern inside the repository such as src/**',
    ],
    [{ timeout: 'PT1H' }, 'spec.timeout must be left out'],
    [{ run: { tiemout: 'PT1H' } }, 'spec.run.tiemout must be left out'],
    [
      { evidence: { required: ['proof'] } },
      'spec.evidence.required.0 must be one of commands, tests, hosts, leftOut, confidence, gaps',
    ],
    [
      { success: 'merged', run: { pullRequest: false } },
      'spec.success must be branch or accepted where run.pullRequest is false',
    ],
    [
      { run: { pullRequest: false } },
      'spec.success must be branch or accepted where run.pullRequest is false',
    ],
    [
      { requiredChecks: ['ci/test'] },
      'spec.requiredChecks must be left out unless success is checks',
    ],
  ])('names the field: %j', (wrong, sentence) => {
    expect(problems({ ...required, ...wrong })).toBe(sentence);
  });

  it.each(['branch', 'accepted'])(
    'may succeed as %s without a pull request',
    success => {
      expect(
        problems({ ...required, success, run: { pullRequest: false } }),
      ).toBe('');
    },
  );

  it.each([
    '1.2.0',
    '0.0.1',
    '1.0.0-rc.1',
    '1.0.0-0A.is.legal',
    '1.0.0+build.7',
  ])('takes %s as a version', each => {
    expect(problems({ ...required, version: each })).toBe('');
  });

  it.each(['1.2', '1.2.3.4', '1.0.0-01', '1.0.0-', '1.0.0+', 'latest', ''])(
    'does not take %p as a version',
    each => {
      expect(problems({ ...required, version: each })).toMatch('spec.version');
    },
  );

  it.each(['/etc/passwd', 'a/../b', './a', 'a\\b', '!a', 'a[', 'a}{', ''])(
    'does not take %p as a file pattern',
    each => {
      expect(problems({ ...required, scope: { files: [each] } })).toMatch(
        'spec.scope.files.0',
      );
    },
  );
});
