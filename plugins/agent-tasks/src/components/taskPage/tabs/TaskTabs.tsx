import type { Task } from '@agent-tasks/backstage-plugin-agent-tasks-common';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Box from '@mui/material/Box';
import Paper from '@mui/material/Paper';
import Tab from '@mui/material/Tab';
import Tabs from '@mui/material/Tabs';
import { ComponentType, useId } from 'react';
import { useSearchParams } from 'react-router-dom';
import { agentTasksTranslationRef } from '../../../translations';
import { ChangesTab } from './changes/ChangesTab';
import { PromptTab } from './PromptTab';
import { RecordTab } from './record/RecordTab';
import { SessionsTab } from './SessionsTab';
import { TimelineTab } from './timeline/TimelineTab';

const TABS = ['timeline', 'prompt', 'changes', 'sessions', 'record'] as const;
type TabName = (typeof TABS)[number];

const contents: Record<TabName, ComponentType<{ task: Task }>> = {
  timeline: TimelineTab,
  prompt: PromptTab,
  changes: ChangesTab,
  sessions: SessionsTab,
  record: RecordTab,
};

/** Everything more about a task; which tab is open stands in the address. */
export function TaskTabs({ task }: { task: Task }) {
  const { t } = useTranslationRef(agentTasksTranslationRef);
  const [search, setSearch] = useSearchParams();
  const id = useId();
  const open = TABS.find(name => name === search.get('tab')) ?? TABS[0];
  const Content = contents[open];
  const choose = (name: TabName) =>
    setSearch(
      before => {
        before.set('tab', name);
        return before;
      },
      { replace: true },
    );
  return (
    <Paper>
      <Tabs
        value={open}
        onChange={(_, name: TabName) => choose(name)}
        variant="scrollable"
        textColor="inherit"
        aria-label={t('task.tab.label')}
        sx={{
          px: { xs: 0, sm: 1 },
          borderBottom: '1px solid var(--bui-border-1)',
          '& .MuiTab-root': { px: { xs: 1.25, sm: 2 } },
        }}
      >
        {TABS.map(name => (
          <Tab
            key={name}
            value={name}
            id={`${id}-${name}`}
            aria-controls={`${id}-panel`}
            label={t(`task.tab.${name}`)}
          />
        ))}
      </Tabs>
      <Box
        role="tabpanel"
        id={`${id}-panel`}
        aria-labelledby={`${id}-${open}`}
        sx={{ p: 2 }}
      >
        <Content task={task} />
      </Box>
    </Paper>
  );
}
