/** Set for a process that was launched: it has two more descriptors than others. */
const LAUNCHED = 'ILLICIT_FLOWS_LAUNCHED';
/** Where complaints go, as V8 alone speaks on that of errors. */
export const ERRORS_AT = 3;
/** A pipe that closes when whoever launched this process is gone. */
export const LIFE_AT = 4;

/** The environment of a process to be launched. */
export function launchEnvironment(): NodeJS.ProcessEnv {
  return { ...process.env, [LAUNCHED]: 'yes' };
}

/** Whether this process was launched. Processes that it starts are not told so: they lack the descriptors. */
export const isLaunched = process.env[LAUNCHED] === 'yes';
Reflect.deleteProperty(process.env, LAUNCHED);
