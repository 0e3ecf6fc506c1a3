import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import {
  AgentProvider,
  agentProviderExtensionPoint,
  ProviderHint,
} from '@agent-tasks/backstage-plugin-agent-tasks-node';
import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import {
  actionsRegistryServiceRef,
  metricsServiceRef,
} from '@backstage/backend-plugin-api/alpha';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { eventsServiceRef } from '@backstage/plugin-events-node';
import { notificationService } from '@backstage/plugin-notifications-node';
import { signalsServiceRef } from '@backstage/plugin-signals-node';
import { registerActions } from './actions/registerActions';
import { createAccess } from './access/createAccess';
import { registerTaskPermissions } from './access/permission/registerTaskPermissions';
import { checkPolicyEditions } from './config/checkPolicyEditions';
import { checkSetup } from './config/checkSetup';
import { ConfiguredRules } from './config/ConfiguredRules';
import { portalSettingsOf } from './config/portalSettingsOf';
import { readAgentTasksConfig } from './config/readAgentTasksConfig';
import { responsibleBy } from './config/responsibleBy';
import { AgentTasksEngine } from './engine/AgentTasksEngine';
import { Commands } from './engine/commands/Commands';
import { EngineParts } from './engine/EngineParts';
import { measuredProviders } from './engine/measuredProvider';
import { Freezes } from './engine/freezes/Freezes';
import { pause } from './engine/pause';
import { Submissions } from './engine/submission/Submissions';
import { restoreParts } from './engine/restore/restoreParts';
import { serveApi } from './http/serveApi';
import { AuditorAnchors } from './outside/AuditorAnchors';
import { CallersCatalog } from './outside/catalog/CallersCatalog';
import { catalogNeighbours } from './outside/catalog/catalogNeighbours';
import { ConfiguredCredentials } from './outside/ConfiguredCredentials';
import { HmacRecordSeal } from './outside/keys/HmacRecordSeal';
import { InstallationMarkers } from './outside/keys/InstallationMarkers';
import { KeyedBoundaries } from './outside/keys/KeyedBoundaries';
import { PortalMessengers } from './outside/messengers/PortalMessengers';
import { PortalMeter } from './outside/PortalMeter';
import { CatalogTemplates } from './outside/templates/CatalogTemplates';
import { databaseStores } from './store/databaseStores';
import { installationOf, openDatabase } from './store/openDatabase';

/**
 * The backend plugin `agent-tasks`: queue, records, engine and API. Providers come as modules,
 * through `agentProviderExtensionPoint`.
 *
 * @public
 */
export const agentTasksPlugin = createBackendPlugin({
  pluginId: 'agent-tasks',
  register(env) {
    const providers = new Map<string, AgentProvider>();
    let hear = (_hint: ProviderHint) => {};
    env.registerExtensionPoint(agentProviderExtensionPoint, {
      addProvider(provider) {
        if (providers.has(provider.id)) {
          throw new Error(`Two agent providers have the id ${provider.id}`);
        }
        providers.set(provider.id, provider);
      },
      hints: { hint: hint => hear(hint) },
    });
    env.registerInit({
      deps: {
        actionsRegistry: actionsRegistryServiceRef,
        auditor: coreServices.auditor,
        auth: coreServices.auth,
        catalog: catalogServiceRef,
        database: coreServices.database,
        events: eventsServiceRef,
        httpAuth: coreServices.httpAuth,
        httpRouter: coreServices.httpRouter,
        lifecycle: coreServices.lifecycle,
        logger: coreServices.logger,
        metrics: metricsServiceRef,
        notifications: notificationService,
        permissions: coreServices.permissions,
        permissionsRegistry: coreServices.permissionsRegistry,
        rootConfig: coreServices.rootConfig,
        rootLifecycle: coreServices.rootLifecycle,
        signals: signalsServiceRef,
        userInfo: coreServices.userInfo,
      },
      async init(deps) {
        const { auth, catalog, logger, rootConfig } = deps;
        const config = readAgentTasksConfig(rootConfig, {
          isProduction: process.env.NODE_ENV === 'production',
        });
        checkSetup(config, [...providers.values()], logger);

        const knex = await openDatabase(deps.database);
        const { id: installation } = await installationOf(knex, randomUUID);
        const secrets = [...config.encryptionKeys, installation];
        const seal = new HmacRecordSeal(secrets);
        const stores = databaseStores(knex, seal, randomUUID);
        const { store, queries } = stores;
        await checkPolicyEditions(config, store);

        const { directory, seenBy, people } = catalogNeighbours({
          catalog,
          auth,
          providers,
          logger,
          operators: config.operators,
          fallback: config.fallback,
          largestGroup: config.largestGroup,
          ...responsibleBy(config),
        });
        const [providerId = 'none'] = providers.keys();
        const rules = new ConfiguredRules(config, providerId);
        const meter = new PortalMeter(deps.metrics, queries);
        const installationId = async () => installation;
        const parts: EngineParts = {
          ...stores,
          anchors: new AuditorAnchors(deps.auditor),
          retention: config.retention,
          providers: measuredProviders(providers, meter),
          ...restoreParts({
            store,
            queries,
            logger,
            instance: config.instance,
            credentials: new ConfiguredCredentials(config.identities, Date.now),
          }),
          people,
          rules,
          markers: new InstallationMarkers(installationId),
          messengers: new PortalMessengers({
            events: deps.events,
            signals: deps.signals,
            notifications: deps.notifications,
            directory,
            logger,
            appUrl: rootConfig.getString('app.baseUrl'),
          }),
          meter,
          logger,
          settings: config.engine,
          replica: `${hostname()}-${process.pid}-${randomUUID().slice(0, 8)}`,
          monotonic: () => performance.now(),
          wallClock: Date.now,
          random: Math.random,
        };
        const engine = new AgentTasksEngine(parts);
        const wake = () => engine.wake();
        const submissions = new Submissions({
          store,
          queries,
          providers,
          people,
          directory,
          rules,
          meter,
          settings: config,
          templates: new CatalogTemplates(config.trustedLocations, logger),
          boundaries: new KeyedBoundaries(installationId),
          newId: randomUUID,
          wake,
        });
        hear = hint => engine.hear(hint);
        deps.rootLifecycle.addStartupHook(() => engine.start());
        deps.lifecycle.addShutdownHook(() => engine.stop());
        const commands = new Commands({ ...parts, queries, wake });
        const freezes = new Freezes({ ...parts, wake });
        const access = createAccess({
          ...parts,
          queries,
          commands,
          freezes,
          submissions,
          catalog: new CallersCatalog(directory, seenBy, logger),
          directoryFor: seenBy,
          seals: seal,
          settings: portalSettingsOf(config),
          loops: () => engine.health(),
          pause,
          permissions: deps.permissions,
          ruleset: registerTaskPermissions(deps.permissionsRegistry, store),
          auth,
          userInfo: deps.userInfo,
          auditor: deps.auditor,
        });
        const door = { access, logger, newId: randomUUID };
        serveApi(deps.httpRouter, { ...door, httpAuth: deps.httpAuth });
        registerActions(deps.actionsRegistry, {
          ...door,
          taskUrl: id => parts.messengers.taskUrl(id),
        });
      },
    });
  },
});
