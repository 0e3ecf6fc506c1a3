import { valueOf } from '@agent-tasks/backstage-plugin-agent-tasks-node/testUtils';
import { startScene } from '../testing/startScene';

describe('findRepository', () => {
  let scene: Awaited<ReturnType<typeof startScene>>;

  beforeEach(async () => {
    scene = await startScene();
  });

  afterEach(async () => {
    await scene.close();
  });

  it('finds a renamed repository by its old name, and gives the new one', async () => {
    const renamed = scene.rename();
    const found = await scene.provider.repository(
      { host: scene.repository.host, slug: scene.repository.slug },
      scene.credential,
    );
    expect(valueOf(found)).toMatchObject({
      id: scene.repository.id,
      slug: renamed.slug,
    });
  });
});
