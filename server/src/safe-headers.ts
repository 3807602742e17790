/**
 * On every answer. No script but our own files. A figure is drawn into the page with its own style element, so styles may
 * stand in the page; nothing comes from elsewhere.
 */
export const safeHeaders = {
  'content-security-policy': [
    "default-src 'self'",
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; '),
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-resource-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'cache-control': 'no-store',
} as const;

/**
 * For a report or drawing that is a page of its own: it may style itself, and a report may run the reader inside it, in
 * a sandbox without an origin, so that nothing in it reaches the workbench.
 */
export const documentPolicy = [
  "default-src 'none'",
  "script-src 'unsafe-inline'",
  "style-src 'unsafe-inline'",
  'img-src data:',
  'font-src data:',
  "frame-ancestors 'none'",
  'sandbox allow-scripts allow-popups',
].join('; ');
