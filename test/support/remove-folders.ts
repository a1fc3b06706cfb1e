import { afterAll } from 'vitest';
import { removeFreshFolders } from './fresh-folder.js';

// Run for each test file, which a module that several files share is not.
afterAll(removeFreshFolders);
