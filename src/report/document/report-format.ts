/** Version of the layout of what a page embeds. Raised when a field changes its meaning or goes. */
export const REPORT_FORMAT = 1;
