import { CREW_TASKS } from './crew-tasks.js';
import { serveTasks } from './task-service.js';

// The entry of every thread that a crew starts; see work-crew.ts.
serveTasks(CREW_TASKS);
