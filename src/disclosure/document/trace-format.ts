/** Version of the layout of trace.json. Raised when a field changes its meaning or goes. */
export const TRACE_FORMAT = 2;
